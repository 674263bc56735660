<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message>
        <source>Close Lesepult and start it again to see it in the other language.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Texts ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a German Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German and English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Both Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate the paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Lesepult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads German with an English translation beside it, made on this machine and without a network.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>There are no notes to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n notes were changed in {0} and stay there as they are. Delete them there to have them written anew.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;Notes as Markdown …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;Both Languages …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in German and English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoCommands</name>
    <message>
        <source>G&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Next P&amp;art</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Lesepult</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Mark the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>&amp;Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look Up Word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkDelegate</name>
    <message>
        <source>Place lost: the text has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Text &amp;Is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate In&amp;to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsWindow</name>
    <message>
        <source>Translation Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that can be had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Install from File …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More from the Argos List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download is the only thing for which Lesepult uses the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (in use)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes with Lesepult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}, {2} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} {1}? What it has translated stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argos packages (*.argosmodel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing and trying the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete mark and note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Marks and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing marked yet.

Select some words and press a key from 1 to 5, or N to write a note on the paragraph you are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n marks and notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParagraphModel</name>
    <message>
        <source>Translating …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not translated: {0} Click to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to translate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>The voice of the system has failed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no voice that speaks {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s speech library cannot be loaded: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one in Windows&apos; Settings under Time &amp; Language, Speech, Manage voices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one in System Settings under Accessibility, Spoken Content, System Voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install speech-dispatcher and a voice, as with: sudo apt install speech-dispatcher speech-dispatcher-espeak-ng</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechBar</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechCommands</name>
    <message>
        <source>&amp;Read Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read Aloud, or Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Sentence Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop Reading Aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak &amp;Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak S&amp;lower</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Translation of the whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translating: {0} of {1} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translated by {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starter model {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program refuses itself every connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system gives the translator no network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranslateCommands</name>
    <message>
        <source>&amp;Translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate &amp;Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate A&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop Translating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide English Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide All &amp;English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate Ahead &amp;Quietly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Translating</name>
    <message>
        <source>All paragraphs are translated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Translator</name>
    <message>
        <source>The translator could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translator ended before it could begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translator stopped twice on this paragraph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translator stopped twice on one paragraph and left it out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as on the Des&amp;ktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English &amp;Under German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;German Only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;rger Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;otes and Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without this note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message>
        <source>No word chosen.

Double click a German word, or put the caret into it and press W.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the dictionaries …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dictionary has it. Dictionaries in the StarDict, dictd and Ding formats are found by themselves once they are installed, such as Debian&apos;s dict-freedict-deu-eng and trans-de-en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere in this text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Note on the paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adjective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adverb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pronoun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preposition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conjunction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numeral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>particle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interjection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was translated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the German was copied, not translated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words are repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is much shorter or longer than the German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers differ from the German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model did not know a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be wrong: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

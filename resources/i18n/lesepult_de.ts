<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Announcing</name>
    <message>
        <source>space</source>
        <translation>Leerzeichen</translation>
    </message>
</context>
<context>
    <name>BackupsWindow</name>
    <message>
        <source>Backups and Repair</source>
        <translation>Sicherungen und Reparatur</translation>
    </message>
    <message>
        <source>&amp;Restore …</source>
        <translation>&amp;Wiederherstellen …</translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation>Jetzt &amp;sichern</translation>
    </message>
    <message>
        <source>&amp;Check Notes</source>
        <translation>Notizen &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Save What Can Be Read …</source>
        <translation>&amp;Lesbares retten …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Marks and notes</source>
        <translation>Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lesepult makes one every half hour in which something has changed, and when it is closed. It keeps those of the last 12 days, 10 weeks and 9 months.</source>
        <translation>Lesepult macht eine jede halbe Stunde, in der sich etwas geändert hat, und beim Schließen. Es behält die der letzten 12 Tage, 10 Wochen und 9 Monate.</translation>
    </message>
    <message>
        <source>Restore a backup, or save what can be read: that is joined with the newest backup. Either way the damaged file is kept.</source>
        <translation>Stellen Sie eine Sicherung wieder her, oder retten Sie, was lesbar ist: Es wird mit der neuesten Sicherung vereint. In beiden Fällen bleibt die beschädigte Datei erhalten.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>heil</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>The notes are backed up in {0}.</source>
        <translation>Die Notizen sind in {0} gesichert.</translation>
    </message>
    <message>
        <source>Make the notes what they were on {0}? What there is now is kept.</source>
        <translation>Die Notizen auf den Stand von {0} bringen? Was jetzt da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The notes are restored.</source>
        <translation>Die Notizen sind wiederhergestellt.</translation>
    </message>
    <message>
        <source>Save what can be read of the damaged notes, and join it with the newest backup?</source>
        <translation>Retten, was von den beschädigten Notizen lesbar ist, und mit der neuesten Sicherung vereinen?</translation>
    </message>
    <message>
        <source>Reading all notes …</source>
        <translation>Alle Notizen werden gelesen …</translation>
    </message>
    <message>
        <source>The notes are sound: nothing was found.</source>
        <translation>Die Notizen sind heil: Nichts wurde gefunden.</translation>
    </message>
    <message>
        <source>{0}

Put it right? The notes as they are now are kept beside.</source>
        <translation>{0}

In Ordnung bringen? Die Notizen, wie sie jetzt sind, bleiben daneben erhalten.</translation>
    </message>
    <message>
        <source>This was found: {0}.</source>
        <translation>Gefunden wurde: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) could be read of the damaged file.</source>
        <translation>
            <numerusform>Eine Markierung der beschädigten Datei war lesbar.</numerusform>
            <numerusform>%Ln Markierungen der beschädigten Datei waren lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the backup there are %Ln now.</source>
        <translation>
            <numerusform>Mit der Sicherung ist es jetzt eine.</numerusform>
            <numerusform>Mit der Sicherung sind es jetzt %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lesepult opens its windows again now.</source>
        <translation>Lesepult öffnet seine Fenster jetzt neu.</translation>
    </message>
    <message>
        <source>What there was before is in {0}.</source>
        <translation>Was vorher da war, ist in {0}.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>BinWindow</name>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Deleted marks, notes, words and texts</source>
        <translation>Gelöschte Markierungen, Notizen, Wörter und Texte</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Nothing was deleted in the last 30 days.</source>
        <translation>In den letzten 30 Tagen wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Put Back</source>
        <translation>&amp;Zurücklegen</translation>
    </message>
    <message>
        <source>&amp;Empty the Bin</source>
        <translation>Papierkorb &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Deleted marks, notes, words and texts stay here for 30 days.</source>
        <translation>Gelöschte Markierungen, Notizen, Wörter und Texte bleiben hier 30 Tage lang.</translation>
    </message>
    <message numerus="yes">
        <source>These are the last of %Ln.</source>
        <translation>
            <numerusform>Dies ist das letzte von %Ln.</numerusform>
            <numerusform>Dies sind die letzten von %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole text, with all its notes</source>
        <translation>Der ganze Text mit allen Notizen</translation>
    </message>
    <message>
        <source>Empty the Bin</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln deleted things for good?</source>
        <translation>
            <numerusform>Das Gelöschte für immer vergessen?</numerusform>
            <numerusform>%Ln gelöschte Dinge für immer vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>ColourNamesDialog</name>
    <message>
        <source>Names of the Colours</source>
        <translation>Namen der Farben</translation>
    </message>
    <message>
        <source>What each colour is for, as in “Vocabulary” or “To check”.</source>
        <translation>Wofür jede Farbe steht, etwa „Vokabeln“ oder „Prüfen“.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Texts ({0})</source>
        <translation>Texte ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a German Text</source>
        <translation>Deutschen Text öffnen</translation>
    </message>
    <message>
        <source>Exported notes (*.jsonld *.json)</source>
        <translation>Exportierte Notizen (*.jsonld *.json)</translation>
    </message>
    <message>
        <source>Import Notes</source>
        <translation>Notizen importieren</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>German and English</source>
        <translation>Deutsch und Englisch</translation>
    </message>
    <message>
        <source>Show the English</source>
        <translation>Das Englische zeigen</translation>
    </message>
    <message>
        <source>Go to the other language</source>
        <translation>Zur anderen Sprache gehen</translation>
    </message>
    <message>
        <source>Scroll by a page</source>
        <translation>Um eine Seite blättern</translation>
    </message>
    <message>
        <source>Scroll back by a page</source>
        <translation>Um eine Seite zurückblättern</translation>
    </message>
    <message>
        <source>Go on by a word</source>
        <translation>Um ein Wort weitergehen</translation>
    </message>
    <message>
        <source>Select a word</source>
        <translation>Ein Wort auswählen</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Zum Anfang gehen</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende gehen</translation>
    </message>
    <message>
        <source>Menu of the place</source>
        <translation>Menü der Stelle</translation>
    </message>
    <message>
        <source>Look up a word</source>
        <translation>Ein Wort nachschlagen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Select a paragraph</source>
        <translation>Einen Absatz auswählen</translation>
    </message>
    <message>
        <source>Triple click</source>
        <translation>Dreifachklick</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Einen Link öffnen</translation>
    </message>
    <message>
        <source>Ctrl and click</source>
        <translation>Strg und Klick</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>Größerer oder kleinerer Text</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Strg und Mausrad</translation>
    </message>
    <message>
        <source>Export Notes</source>
        <translation>Notizen exportieren</translation>
    </message>
    <message>
        <source>Export Both Languages</source>
        <translation>Beide Sprachen exportieren</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Export Words</source>
        <translation>Wörter exportieren</translation>
    </message>
    <message>
        <source>{0} is there already. Replace it?</source>
        <translation>{0} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>About Lesepult</source>
        <translation>Über Lesepult</translation>
    </message>
    <message>
        <source>Reads German with an English translation beside it, made on this machine and without a network.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Liest Deutsch mit einer englischen Übersetzung daneben, die auf diesem Rechner und ohne Netz entsteht.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>The mark that the link leads to is not there.</source>
        <translation>Die Markierung, zu der der Link führt, gibt es nicht.</translation>
    </message>
    <message>
        <source>The file of this text has changed.</source>
        <translation>Die Datei dieses Textes hat sich geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;German</source>
        <translation>&amp;Deutsch kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;English</source>
        <translation>&amp;Englisch kopieren</translation>
    </message>
    <message>
        <source>Copy Both as a &amp;Table</source>
        <translation>Beides als &amp;Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown &amp;Quotation</source>
        <translation>Als Markdown-&amp;Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link Address</source>
        <translation>&amp;Link-Adresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Weitersu&amp;chen</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>R&amp;ückwärts suchen</translation>
    </message>
    <message>
        <source>Search Every&amp;where …</source>
        <translation>Ü&amp;berall suchen …</translation>
    </message>
    <message>
        <source>&amp;Bin …</source>
        <translation>&amp;Papierkorb …</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>There are no notes to export yet.</source>
        <translation>Es gibt noch keine Notizen zum Exportieren.</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Gespeichert: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes were changed in their files and stay there as they are: {0}. Delete them there to have them written anew.</source>
        <translation>
            <numerusform>%Ln Notiz wurde in ihrer Datei geändert und bleibt dort, wie sie ist: {0}. Löschen Sie sie dort, damit sie neu geschrieben wird.</numerusform>
            <numerusform>%Ln Notizen wurden in ihren Dateien geändert und bleiben dort, wie sie sind: {0}. Löschen Sie sie dort, damit sie neu geschrieben werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>&amp;Neues Fenster</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>New from C&amp;lipboard</source>
        <translation>Neu aus &amp;Zwischenablage</translation>
    </message>
    <message>
        <source>Librar&amp;y</source>
        <translation>Bibliothe&amp;k</translation>
    </message>
    <message>
        <source>I&amp;mport Folder …</source>
        <translation>Ordner &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>&amp;About This Text …</source>
        <translation>Über diesen &amp;Text …</translation>
    </message>
    <message>
        <source>Export &amp;Notes as Markdown …</source>
        <translation>Notizen als &amp;Markdown exportieren …</translation>
    </message>
    <message>
        <source>Export &amp;Both Languages …</source>
        <translation>&amp;Beide Sprachen exportieren …</translation>
    </message>
    <message>
        <source>Export to the &amp;Folder for Notes</source>
        <translation>In den Notizordner e&amp;xportieren</translation>
    </message>
    <message>
        <source>Folder for No&amp;tes …</source>
        <translation>Notizordn&amp;er …</translation>
    </message>
    <message>
        <source>&amp;Import Notes …</source>
        <translation>Notizen im&amp;portieren …</translation>
    </message>
    <message>
        <source>Bac&amp;kups and Repair …</source>
        <translation>Sicherun&amp;gen und Reparatur …</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter marks and notes by their words</source>
        <translation>Markierungen und Notizen nach ihren Wörtern filtern</translation>
    </message>
    <message>
        <source>Choose what to list</source>
        <translation>Auswählen, was aufgelistet wird</translation>
    </message>
    <message>
        <source>Choose the order</source>
        <translation>Reihenfolge wählen</translation>
    </message>
    <message>
        <source>On paragraphs and the document</source>
        <translation>Zu Absätzen und zum Dokument</translation>
    </message>
    <message>
        <source>With a Note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Without a Note</source>
        <translation>Ohne Notiz</translation>
    </message>
    <message>
        <source>On the German</source>
        <translation>Im Deutschen</translation>
    </message>
    <message>
        <source>On the Translation</source>
        <translation>In der Übersetzung</translation>
    </message>
    <message>
        <source>List All</source>
        <translation>Alle auflisten</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>By Their Places</source>
        <translation>Nach ihrer Stelle</translation>
    </message>
    <message>
        <source>Newest First</source>
        <translation>Neueste zuerst</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in German and English</source>
        <translation>Im Deutschen und Englischen suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Return)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Return)</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>{0} leaves the full screen.</source>
        <translation>{0} beendet das Vollbild.</translation>
    </message>
</context>
<context>
    <name>GoCommands</name>
    <message>
        <source>G&amp;o</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Next Paragraph</source>
        <translation>&amp;Nächster Absatz</translation>
    </message>
    <message>
        <source>&amp;Previous Paragraph</source>
        <translation>&amp;Voriger Absatz</translation>
    </message>
    <message>
        <source>Next &amp;Sentence</source>
        <translation>Nächster &amp;Satz</translation>
    </message>
    <message>
        <source>Previous S&amp;entence</source>
        <translation>Voriger S&amp;atz</translation>
    </message>
    <message>
        <source>&amp;Go To …</source>
        <translation>&amp;Gehe zu …</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>Gl&amp;iederung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Vor&amp;wärts</translation>
    </message>
    <message>
        <source>Open &amp;Link</source>
        <translation>&amp;Link öffnen</translation>
    </message>
    <message>
        <source>Go to Next P&amp;art</source>
        <translation>Zum nächsten &amp;Teil</translation>
    </message>
</context>
<context>
    <name>GoDialog</name>
    <message>
        <source>Go To</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Paragraph or percent</source>
        <translation>Absatz oder Prozent</translation>
    </message>
    <message>
        <source>A paragraph from 1 to {0}, or a part of the text as in “50&#xa0;%”.</source>
        <translation>Ein Absatz von 1 bis {0} oder ein Anteil des Textes wie „50&#xa0;%“.</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Los</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Lesepult</source>
        <translation>&amp;Über Lesepult</translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Looking for texts …</source>
        <translation>Texte werden gesucht …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why it was not taken in</source>
        <translation>Warum sie nicht aufgenommen wurde</translation>
    </message>
    <message>
        <source>Files that were not taken in</source>
        <translation>Dateien, die nicht aufgenommen wurden</translation>
    </message>
    <message>
        <source>Import.txt</source>
        <translation>Import.txt</translation>
    </message>
    <message>
        <source>Save the Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Reiner Text (*.txt)</translation>
    </message>
    <message>
        <source>The import stops after this file …</source>
        <translation>Der Import hält nach dieser Datei an …</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}</source>
        <translation>{0} von {1}: {2}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts taken in.</source>
        <translation>
            <numerusform>Ein Text aufgenommen.</numerusform>
            <numerusform>%Ln Texte aufgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were known already.</source>
        <translation>
            <numerusform>Einer war schon bekannt.</numerusform>
            <numerusform>%Ln waren schon bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files could not be read:</source>
        <translation>
            <numerusform>Eine Datei konnte nicht gelesen werden:</numerusform>
            <numerusform>%Ln Dateien konnten nicht gelesen werden:</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>Der Import wurde angehalten.</translation>
    </message>
    <message>
        <source>There is nothing that can be read.</source>
        <translation>Dort ist nichts, was sich lesen lässt.</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Report …</source>
        <translation>Bericht &amp;speichern …</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Import a Folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Another import is running still.</source>
        <translation>Ein anderer Import läuft noch.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files could not be read.</source>
        <translation>
            <numerusform>Eine Datei konnte nicht gelesen werden.</numerusform>
            <numerusform>%Ln Dateien konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts removed, with all notes. No file is touched.</source>
        <translation>
            <numerusform>Ein Text mit allen Notizen entfernt. Keine Datei wird angerührt.</numerusform>
            <numerusform>%Ln Texte mit allen Notizen entfernt. Keine Datei wird angerührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Übersetzt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>Kept without a file</source>
        <translation>Ohne Datei aufbewahrt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words · {0} min</source>
        <translation>
            <numerusform>%Ln Wort · {0} min</numerusform>
            <numerusform>%Ln Wörter · {0} min</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}%</source>
        <translation>{0}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Search titles, authors, tags</source>
        <translation>Titel, Autoren, Schlagwörter suchen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Texts of the library</source>
        <translation>Texte der Bibliothek</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Tag&amp;s …</source>
        <translation>&amp;Schlagwörter …</translation>
    </message>
    <message>
        <source>Open F&amp;ile …</source>
        <translation>Da&amp;tei öffnen …</translation>
    </message>
    <message>
        <source>Import Fol&amp;der …</source>
        <translation>O&amp;rdner importieren …</translation>
    </message>
    <message>
        <source>Sort &amp;By</source>
        <translation>Ordnen &amp;nach</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>All formats</source>
        <translation>Alle Formate</translation>
    </message>
    <message>
        <source>No text like that is in the library.</source>
        <translation>Kein solcher Text ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>What you open is kept here: the text, your place in it, its translation and your notes.

Open a file, drop files or folders on this window, or paste a text with Ctrl+V.</source>
        <translation>Was Sie öffnen, wird hier aufbewahrt: der Text, Ihre Stelle darin, seine Übersetzung und Ihre Notizen.

Öffnen Sie eine Datei, ziehen Sie Dateien oder Ordner auf dieses Fenster, oder fügen Sie mit Strg+V einen Text ein.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation>
            <numerusform>Ein Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln texts</source>
        <translation>
            <numerusform>{0} von einem Text</numerusform>
            <numerusform>{0} von %Ln Texten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln texts, with commas between them:</source>
        <translation>
            <numerusform>Schlagwörter des Textes, durch Kommas getrennt:</numerusform>
            <numerusform>Schlagwörter von %Ln Texten, durch Kommas getrennt:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>There is no link here.</source>
        <translation>Hier ist kein Link.</translation>
    </message>
    <message>
        <source>This link leads nowhere outside of the text or of this network.</source>
        <translation>Dieser Link führt nirgendwohin außerhalb des Textes oder dieses Netzes.</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Mark the selection</source>
        <translation>Auswahl markieren</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>Notiz (N)</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Kopieren (Strg+C)</translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>&amp;Notiz schreiben</translation>
    </message>
    <message>
        <source>Note on the D&amp;ocument</source>
        <translation>Notiz zum D&amp;okument</translation>
    </message>
    <message>
        <source>Add &amp;Tags</source>
        <translation>&amp;Schlagwörter hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Delete Mark</source>
        <translation>Markierung &amp;löschen</translation>
    </message>
    <message>
        <source>Name the &amp;Colours …</source>
        <translation>&amp;Farben benennen …</translation>
    </message>
    <message>
        <source>&amp;Look Up Word</source>
        <translation>Wort nachschla&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Add to Word List</source>
        <translation>In die &amp;Wortliste aufnehmen</translation>
    </message>
    <message>
        <source>Word L&amp;ist</source>
        <translation>Wortl&amp;iste</translation>
    </message>
    <message>
        <source>Impo&amp;rt a Dictionary …</source>
        <translation>Wörterbuch im&amp;portieren …</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>The Text &amp;Is in</source>
        <translation>Der Text &amp;ist auf</translation>
    </message>
    <message>
        <source>Translate In&amp;to</source>
        <translation>Übersetzen &amp;nach</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>ModelsWindow</name>
    <message>
        <source>Translation Models</source>
        <translation>Übersetzungsmodelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>Models that can be had</source>
        <translation>Verfügbare Modelle</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Install from File …</source>
        <translation>Aus &amp;Datei installieren …</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>&amp;More from the Argos List</source>
        <translation>&amp;Mehr aus der Argos-Liste</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>To be had</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>A download is the only thing for which Lesepult uses the network.</source>
        <translation>Nur zum Herunterladen von Modellen geht Lesepult ins Netz.</translation>
    </message>
    <message>
        <source>{0} (in use)</source>
        <translation>{0} (in Gebrauch)</translation>
    </message>
    <message>
        <source>comes with Lesepult</source>
        <translation>gehört zu Lesepult</translation>
    </message>
    <message>
        <source>{0} of {1}, {2} a second</source>
        <translation>{0} von {1}, {2} je Sekunde</translation>
    </message>
    <message>
        <source>Remove {0} {1}? What it has translated stays.</source>
        <translation>{0} {1} entfernen? Was es übersetzt hat, bleibt.</translation>
    </message>
    <message>
        <source>Install a Model</source>
        <translation>Modell installieren</translation>
    </message>
    <message>
        <source>Argos packages (*.argosmodel)</source>
        <translation>Argos-Pakete (*.argosmodel)</translation>
    </message>
    <message>
        <source>Installing and trying the model …</source>
        <translation>Modell wird installiert und ausprobiert …</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Marked words</source>
        <translation>Markierte Wörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Delete mark and note</source>
        <translation>Markierung und Notiz löschen</translation>
    </message>
    <message>
        <source>The text has changed here. This is the likeliest place.</source>
        <translation>Der Text wurde hier geändert. Dies ist die wahrscheinlichste Stelle.</translation>
    </message>
    <message>
        <source>Confirm Place</source>
        <translation>Stelle bestätigen</translation>
    </message>
    <message>
        <source>The text has changed, and the place is gone. Select the right words, or click into their sentence.</source>
        <translation>Der Text wurde geändert, und die Stelle ist weg. Wählen Sie die richtigen Wörter aus, oder klicken Sie in ihren Satz.</translation>
    </message>
    <message>
        <source>Place Here</source>
        <translation>Hierher setzen</translation>
    </message>
</context>
<context>
    <name>NotebookWindows</name>
    <message>
        <source>Notes on “{title}”: {added} new, {changed} changed, {same} there already.</source>
        <translation>Notizen zu „{title}“: {added} neu, {changed} geändert, {same} schon da.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Marks and notes</source>
        <translation>Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln marks and notes</source>
        <translation>
            <numerusform>{0} von einer Markierung oder Notiz</numerusform>
            <numerusform>{0} von %Ln Markierungen und Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the marks and notes is of this kind.</source>
        <translation>Keine der Markierungen und Notizen ist von dieser Art.</translation>
    </message>
    <message>
        <source>Nothing marked yet.

Select some words and press a key from 1 to 5, or N to write a note on the paragraph you are in.</source>
        <translation>Noch nichts markiert.

Wählen Sie einige Wörter aus und drücken Sie eine Taste von 1 bis 5 oder N, um eine Notiz zu dem Absatz zu schreiben, in dem Sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks and notes</source>
        <translation>
            <numerusform>Eine Markierung oder Notiz</numerusform>
            <numerusform>%Ln Markierungen und Notizen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Headings</source>
        <translation>Überschriften</translation>
    </message>
    <message>
        <source>This text has no headings.</source>
        <translation>Dieser Text hat keine Überschriften.</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Text and Page</source>
        <translation>Text und Seite</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>&amp;Schrift</translation>
    </message>
    <message>
        <source>Usual ({0})</source>
        <translation>Übliche ({0})</translation>
    </message>
    <message>
        <source>{0} pt</source>
        <translation>{0} pt</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>{0} letters</source>
        <translation>{0} Zeichen</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Line spacing</source>
        <translation>&amp;Zeilenabstand</translation>
    </message>
    <message>
        <source>Longest l&amp;ine</source>
        <translation>&amp;Längste Zeile</translation>
    </message>
    <message>
        <source>&amp;German column</source>
        <translation>&amp;Deutsche Spalte</translation>
    </message>
    <message>
        <source>&amp;Break words in narrow columns</source>
        <translation>&amp;Wörter in schmalen Spalten trennen</translation>
    </message>
    <message>
        <source>As on the desktop</source>
        <translation>Wie auf dem Schreibtisch</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>English under German</source>
        <translation>Englisch unter Deutsch</translation>
    </message>
    <message>
        <source>German only</source>
        <translation>Nur Deutsch</translation>
    </message>
    <message>
        <source>&amp;New texts</source>
        <translation>&amp;Neue Texte</translation>
    </message>
    <message>
        <source>As at First</source>
        <translation>Wie am Anfang</translation>
    </message>
</context>
<context>
    <name>ParagraphModel</name>
    <message>
        <source>Translating …</source>
        <translation>Wird übersetzt …</translation>
    </message>
    <message>
        <source>Not translated: {0} Click to try again.</source>
        <translation>Nicht übersetzt: {0} Klicken, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Click to translate</source>
        <translation>Zum Übersetzen klicken</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>1 chapter could not be read: {reason}</source>
        <translation>1 Kapitel konnte nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>1 character could not be read and stands as {sign} in the text.</source>
        <translation>1 Zeichen konnte nicht gelesen werden und steht als {sign} im Text.</translation>
    </message>
    <message>
        <source>A copy of the notes cannot be made in {data}: {strerror}.</source>
        <translation>In {data} kann keine Kopie der Notizen angelegt werden: {strerror}.</translation>
    </message>
    <message>
        <source>A link looks like this: lesepult://open?document=… Perhaps a part is missing.</source>
        <translation>Ein Link sieht so aus: lesepult://open?document=… Vielleicht fehlt ein Teil.</translation>
    </message>
    <message>
        <source>A program for text recognition (OCR) can add the text.</source>
        <translation>Ein Programm zur Texterkennung (OCR) kann den Text hinzufügen.</translation>
    </message>
    <message>
        <source>Add Word</source>
        <translation>Wort in die Liste</translation>
    </message>
    <message>
        <source>Annotation {number} in {name} was left out: {reason}.</source>
        <translation>Anmerkung {number} in {name} wurde ausgelassen: {reason}.</translation>
    </message>
    <message>
        <source>Cards for Anki</source>
        <translation>Karten für Anki</translation>
    </message>
    <message>
        <source>Cards of words for Anki</source>
        <translation>Wortkarten für Anki</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>Prüfen Sie die Verbindung, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk and its room.</source>
        <translation>Prüfen Sie den Datenträger und seinen Platz.</translation>
    </message>
    <message>
        <source>Check the rights of the file and of its folder.</source>
        <translation>Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>Check the rights of the file.</source>
        <translation>Prüfen Sie die Rechte der Datei.</translation>
    </message>
    <message>
        <source>Check the rights of {folder}.</source>
        <translation>Prüfen Sie die Rechte von {folder}.</translation>
    </message>
    <message>
        <source>Choose a file that Lesepult has written.</source>
        <translation>Wählen Sie eine Datei, die Lesepult geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose another folder or make room, and try again.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose another one, or bring it back.</source>
        <translation>Wählen Sie einen anderen, oder bringen Sie ihn zurück.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Close all windows of Lesepult first.</source>
        <translation>Schließen Sie zuerst alle Fenster von Lesepult.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Correct it, or move it away to use the one that comes with Lesepult.</source>
        <translation>Berichtigen Sie sie, oder legen Sie sie beiseite, um die mitgelieferte zu verwenden.</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete Words</source>
        <translation>Wörter löschen</translation>
    </message>
    <message>
        <source>Delete that character.</source>
        <translation>Löschen Sie dieses Zeichen.</translation>
    </message>
    <message>
        <source>Documents that were gone are listed again, by their first words.</source>
        <translation>Dokumente, die fehlten, sind wieder aufgelistet, mit ihren ersten Wörtern.</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>EPUB-Buch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>FictionBook</source>
        <translation>FictionBook</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Get it again.</source>
        <translation>Beschaffen Sie sie neu.</translation>
    </message>
    <message>
        <source>Get the file once more.</source>
        <translation>Beschaffen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>Have its owner let you read it, or copy it.</source>
        <translation>Bitten Sie ihren Besitzer um das Leserecht oder um eine Kopie.</translation>
    </message>
    <message>
        <source>If it was moved or renamed, open it where it is now.</source>
        <translation>Wurde sie verschoben oder umbenannt, öffnen Sie sie dort, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>It did not answer in two minutes.</source>
        <translation>Es hat zwei Minuten lang nicht geantwortet.</translation>
    </message>
    <message>
        <source>It was not changed. Move it away, or use another profile.</source>
        <translation>Sie wurde nicht geändert. Legen Sie sie beiseite, oder verwenden Sie ein anderes Profil.</translation>
    </message>
    <message>
        <source>It was not changed. Update Lesepult: the file has form {version}, this version knows {newest}.</source>
        <translation>Sie wurde nicht geändert. Aktualisieren Sie Lesepult: Die Datei hat die Form {version}, diese Version kennt {newest}.</translation>
    </message>
    <message>
        <source>It was not changed. “Backups and Repair” in the menu, or “lesepult check --repair”, saves what can be saved.</source>
        <translation>Sie wurde nicht geändert. „Sicherungen und Reparatur“ im Menü oder „lesepult check --repair“ rettet, was zu retten ist.</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>Latein</translation>
    </message>
    <message>
        <source>Make room and try again.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Make room or choose another profile, and try again.</source>
        <translation>Schaffen Sie Platz oder wählen Sie ein anderes Profil, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Make room, or check the rights of the folder.</source>
        <translation>Schaffen Sie Platz, oder prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Markdown, both languages</source>
        <translation>Markdown, beide Sprachen</translation>
    </message>
    <message>
        <source>Marks that were gone are back in their places, without what was noted.</source>
        <translation>Markierungen, die fehlten, sind wieder an ihren Stellen, ohne das, was notiert war.</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>Legen Sie sie beiseite.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>No installed model translates from “{source}” to “{target}”.</source>
        <translation>Kein installiertes Modell übersetzt von „{source}“ nach „{target}“.</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Notes as Markdown</source>
        <translation>Notizen als Markdown</translation>
    </message>
    <message>
        <source>Notes as Web Annotations</source>
        <translation>Notizen als Web Annotations</translation>
    </message>
    <message>
        <source>Notes whose place lay outside the text are listed as lost, with their words.</source>
        <translation>Notizen, deren Stelle außerhalb des Textes lag, sind als verloren aufgelistet, mit ihren Wörtern.</translation>
    </message>
    <message>
        <source>Only the first {read} of {count} chapters were read: more would take too long.</source>
        <translation>Nur die ersten {read} von {count} Kapiteln wurden gelesen: Mehr würde zu lange dauern.</translation>
    </message>
    <message>
        <source>Only the first {read} of {count} pages were read: more would take too long.</source>
        <translation>Nur die ersten {read} von {count} Seiten wurden gelesen: Mehr würde zu lange dauern.</translation>
    </message>
    <message>
        <source>Only the program it was bought for can open it.</source>
        <translation>Nur das Programm, für das sie gekauft wurde, kann sie öffnen.</translation>
    </message>
    <message>
        <source>Open its file again, or paste the text, to keep notes of it.</source>
        <translation>Öffnen Sie seine Datei noch einmal, oder fügen Sie den Text ein, um Notizen dazu zu behalten.</translation>
    </message>
    <message>
        <source>Open the text again to see it as it is now.</source>
        <translation>Öffnen Sie den Text neu, um sie zu sehen, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Open the text, then import its notes.</source>
        <translation>Öffnen Sie den Text, und importieren Sie dann seine Notizen.</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>OpenDocument-Text</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF, both languages and notes</source>
        <translation>PDF, beide Sprachen und Notizen</translation>
    </message>
    <message>
        <source>Paragraphs that are gone are empty now, so that all others keep their places.</source>
        <translation>Absätze, die fehlen, sind jetzt leer, damit alle anderen ihre Stellen behalten.</translation>
    </message>
    <message>
        <source>Parts of the file are Windows-1252, others UTF-8; both were read as what they are.</source>
        <translation>Teile der Datei sind in Windows-1252, andere in UTF-8; beide wurden als das gelesen, was sie sind.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Plain text, both languages</source>
        <translation>Reiner Text, beide Sprachen</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Put Back Words</source>
        <translation>Wörter zurücklegen</translation>
    </message>
    <message>
        <source>Put all its files into one folder.</source>
        <translation>Legen Sie alle zugehörigen Dateien in einen Ordner.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Put both into one folder.</source>
        <translation>Legen Sie beide in einen Ordner.</translation>
    </message>
    <message>
        <source>Put the notes file back, or move the journal away to begin anew.</source>
        <translation>Legen Sie die Notizdatei zurück, oder legen Sie das Journal beiseite, um neu anzufangen.</translation>
    </message>
    <message>
        <source>Remove it and install it again, or choose another.</source>
        <translation>Entfernen Sie es und installieren Sie es neu, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Remove it and install it again.</source>
        <translation>Entfernen Sie es und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>RTF-Text</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Save it as DOCX first.</source>
        <translation>Speichern Sie sie zuerst als DOCX.</translation>
    </message>
    <message>
        <source>Save it as plain text first.</source>
        <translation>Speichern Sie sie zuerst als reinen Text.</translation>
    </message>
    <message>
        <source>Save it in another format, or split it.</source>
        <translation>Speichern Sie sie in einem anderen Format, oder teilen Sie sie.</translation>
    </message>
    <message>
        <source>Save it without a password and open that.</source>
        <translation>Speichern Sie sie ohne Passwort, und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>Side by side, for a terminal</source>
        <translation>Nebeneinander, fürs Terminal</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>Teilen Sie sie in kleinere Dateien.</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Die Standardeingabe</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Table of notes</source>
        <translation>Tabelle der Notizen</translation>
    </message>
    <message>
        <source>Table of sentence pairs</source>
        <translation>Tabelle der Satzpaare</translation>
    </message>
    <message>
        <source>Table of words</source>
        <translation>Tabelle der Wörter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>The cache {path}</source>
        <translation>Der Zwischenspeicher {path}</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>Die Zwischenablage</translation>
    </message>
    <message>
        <source>The dictionary {name} cannot be copied: {strerror}.</source>
        <translation>Das Wörterbuch {name} kann nicht kopiert werden: {strerror}.</translation>
    </message>
    <message>
        <source>The dictionary {name} has no entry that can be read.</source>
        <translation>Das Wörterbuch {name} hat keinen lesbaren Eintrag.</translation>
    </message>
    <message>
        <source>The engine stopped with status {status}.</source>
        <translation>Der Übersetzer endete mit dem Status {status}.</translation>
    </message>
    <message>
        <source>The file is damaged, and parts of it may be missing ({fault}).</source>
        <translation>Die Datei ist beschädigt, und Teile davon könnten fehlen ({fault}).</translation>
    </message>
    <message>
        <source>The file is damaged: its end is missing.</source>
        <translation>Die Datei ist beschädigt: Das Ende fehlt.</translation>
    </message>
    <message>
        <source>The file may be damaged. Save it in another format and open that.</source>
        <translation>Vielleicht ist die Datei beschädigt. Speichern Sie sie in einem anderen Format, und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>The folder for notes, {folder}, is not there.</source>
        <translation>Den Notizordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>The headwords of {name} cannot be listed: {strerror}.</source>
        <translation>Die Stichwörter von {name} können nicht aufgelistet werden: {strerror}.</translation>
    </message>
    <message>
        <source>The history of the documents concerned begins anew.</source>
        <translation>Der Verlauf der betroffenen Dokumente beginnt neu.</translation>
    </message>
    <message>
        <source>The indexes were made anew.</source>
        <translation>Die Indizes wurden neu gemacht.</translation>
    </message>
    <message>
        <source>The list of packages cannot be read.</source>
        <translation>Die Liste der Pakete kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The list of packages is no list.</source>
        <translation>Die Liste der Pakete ist keine Liste.</translation>
    </message>
    <message>
        <source>The model does not translate. {reason}</source>
        <translation>Das Modell übersetzt nicht. {reason}</translation>
    </message>
    <message>
        <source>The model in {name} cannot be loaded: {error}.</source>
        <translation>Das Modell in {name} kann nicht geladen werden: {error}.</translation>
    </message>
    <message>
        <source>The model that comes with the program cannot be read: {strerror}.</source>
        <translation>Das mitgelieferte Modell kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The model that comes with the program, {source}, is damaged.</source>
        <translation>Das mitgelieferte Modell, {source}, ist beschädigt.</translation>
    </message>
    <message>
        <source>The model {name} {version} is damaged.</source>
        <translation>Das Modell {name} {version} ist beschädigt.</translation>
    </message>
    <message>
        <source>The notes file {notes} is in use.</source>
        <translation>Die Notizdatei {notes} ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The notes file {path}</source>
        <translation>Die Notizdatei {path}</translation>
    </message>
    <message>
        <source>The search indexes were made anew.</source>
        <translation>Die Suchverzeichnisse wurden neu gemacht.</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {parent}: {strerror}.</source>
        <translation>Die Einstellungen können nicht in {parent} gespeichert werden: {strerror}.</translation>
    </message>
    <message>
        <source>The template {file} cannot be read: {strerror}.</source>
        <translation>Die Vorlage {file} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The template {file} is not UTF-8.</source>
        <translation>Die Vorlage {file} ist nicht in UTF-8.</translation>
    </message>
    <message>
        <source>The template {where}: {rstrip}.</source>
        <translation>Die Vorlage {where}: {rstrip}.</translation>
    </message>
    <message>
        <source>The text “{title}”, which these notes are on, is not here.</source>
        <translation>Der Text „{title}“, zu dem diese Notizen gehören, ist nicht hier.</translation>
    </message>
    <message>
        <source>The translator could not be started.</source>
        <translation>Der Übersetzer ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>The translator ended before it could begin.</source>
        <translation>Der Übersetzer endete, bevor er anfangen konnte.</translation>
    </message>
    <message>
        <source>The translator failed: {error}</source>
        <translation>Der Übersetzer ist gescheitert: {error}</translation>
    </message>
    <message>
        <source>The translator stopped twice on one paragraph and left it out.</source>
        <translation>Der Übersetzer ist an einem Absatz zweimal stehen geblieben und hat ihn ausgelassen.</translation>
    </message>
    <message>
        <source>The translator stopped twice on this paragraph.</source>
        <translation>Der Übersetzer ist an diesem Absatz zweimal stehen geblieben.</translation>
    </message>
    <message>
        <source>The translator&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Übersetzers ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>There is no room for {name}: it needs {number} MB, {number2} MB are free.</source>
        <translation>Für {name} ist kein Platz: Nötig sind {number} MB, frei sind {number2} MB.</translation>
    </message>
    <message>
        <source>There is no room for {name}: {number} MB are to come, {number2} MB are free.</source>
        <translation>Für {name} ist kein Platz: {number} MB kommen noch, frei sind {number2} MB.</translation>
    </message>
    <message>
        <source>There is no translation engine “{name}”.</source>
        <translation>Es gibt keine Übersetzungsmaschine „{name}“.</translation>
    </message>
    <message>
        <source>There is nothing in it to read.</source>
        <translation>Darin gibt es nichts zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing to translate this text into.</source>
        <translation>Es gibt keine Sprache, in die dieser Text übersetzt werden kann.</translation>
    </message>
    <message>
        <source>These can be imported: {known}.</source>
        <translation>Importiert werden können: {known}.</translation>
    </message>
    <message>
        <source>This document is not in the library any more.</source>
        <translation>Dieses Dokument ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This note was changed in another window.</source>
        <translation>Diese Notiz wurde in einem anderen Fenster geändert.</translation>
    </message>
    <message>
        <source>This text does not look like German but like {language}; its translation may be nonsense.</source>
        <translation>Dieser Text sieht nicht nach Deutsch aus, sondern nach {language}; seine Übersetzung kann Unsinn sein.</translation>
    </message>
    <message>
        <source>This text does not look like German; its translation may be nonsense.</source>
        <translation>Dieser Text sieht nicht nach Deutsch aus; seine Übersetzung kann Unsinn sein.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Try again when that one is done.</source>
        <translation>Versuchen Sie es noch einmal, wenn jenes fertig ist.</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Unpack it with gunzip, or get it again.</source>
        <translation>Entpacken Sie sie mit gunzip, oder beschaffen Sie sie neu.</translation>
    </message>
    <message>
        <source>Values that made no sense were replaced by usual ones.</source>
        <translation>Werte ohne Sinn wurden durch übliche ersetzt.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Web page, both languages and notes</source>
        <translation>Webseite, beide Sprachen und Notizen</translation>
    </message>
    <message>
        <source>What came from {address} is not the file it should be.</source>
        <translation>Was von {address} kam, ist nicht die erwartete Datei.</translation>
    </message>
    <message>
        <source>What can be opened: {suffixes}.</source>
        <translation>Geöffnet werden können: {suffixes}.</translation>
    </message>
    <message>
        <source>What could be read of the file was saved and joined with the newest backup.</source>
        <translation>Was von der Datei lesbar war, wurde gerettet und mit der neuesten Sicherung vereint.</translation>
    </message>
    <message>
        <source>What is nested more than {most} levels deep was left out.</source>
        <translation>Was mehr als {most} Ebenen tief verschachtelt ist, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>What it makes of simple sentences is no language.</source>
        <translation>Was es aus einfachen Sätzen macht, ist keine Sprache.</translation>
    </message>
    <message>
        <source>What was left of notes and documents that are gone was removed.</source>
        <translation>Was von Notizen und Dokumenten übrig war, die fehlen, wurde entfernt.</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>a value in it makes no sense</source>
        <translation>ein Wert darin ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>access to it was refused</source>
        <translation>der Zugriff darauf wurde verweigert</translation>
    </message>
    <message>
        <source>another program keeps it locked</source>
        <translation>ein anderes Programm hält sie gesperrt</translation>
    </message>
    <message>
        <source>documents are gone of which there are notes or paragraphs</source>
        <translation>Dokumente fehlen, zu denen es Notizen oder Absätze gibt</translation>
    </message>
    <message>
        <source>histories cannot be undone</source>
        <translation>Verläufe lassen sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>indexes do not fit their tables</source>
        <translation>Indizes passen nicht zu ihren Tabellen</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>sie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>it cannot be read as a zip archive ({error})</source>
        <translation>es lässt sich nicht als Zip-Archiv lesen ({error})</translation>
    </message>
    <message>
        <source>it does not hold all rows</source>
        <translation>sie enthält nicht alle Zeilen</translation>
    </message>
    <message>
        <source>it does not hold one folder and nothing beside it</source>
        <translation>es enthält nicht genau einen Ordner</translation>
    </message>
    <message>
        <source>it has two entries named “{filename}”</source>
        <translation>es hat zwei Einträge mit dem Namen „{filename}“</translation>
    </message>
    <message>
        <source>it has {entries} entries</source>
        <translation>es hat {entries} Einträge</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is damaged (an index does not fit its table)</source>
        <translation>sie ist beschädigt (ein Index passt nicht zu seiner Tabelle)</translation>
    </message>
    <message>
        <source>it is damaged (page {number} is torn)</source>
        <translation>sie ist beschädigt (Seite {number} ist zerrissen)</translation>
    </message>
    <message>
        <source>it is damaged ({found})</source>
        <translation>sie ist beschädigt ({found})</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>es ist verschlüsselt</translation>
    </message>
    <message>
        <source>it is no SQLite database</source>
        <translation>sie ist keine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>it is no ZIP archive, or only part of one</source>
        <translation>sie ist kein ZIP-Archiv oder nur ein Teil davon</translation>
    </message>
    <message>
        <source>it is of another type</source>
        <translation>es ist von anderer Art</translation>
    </message>
    <message>
        <source>it is of another version</source>
        <translation>sie ist von einer anderen Version</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>sie ist schreibgeschützt</translation>
    </message>
    <message>
        <source>it is {kind}</source>
        <translation>es ist {kind}</translation>
    </message>
    <message>
        <source>it translates a language into itself</source>
        <translation>es übersetzt eine Sprache in sich selbst</translation>
    </message>
    <message>
        <source>its bytes are no characters</source>
        <translation>die Bytes sind keine Zeichen</translation>
    </message>
    <message>
        <source>its metadata.json cannot be read</source>
        <translation>metadata.json darin lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>its metadata.json is no object</source>
        <translation>metadata.json darin ist kein Objekt</translation>
    </message>
    <message>
        <source>its “package_version” is no version</source>
        <translation>„package_version“ darin ist keine Version</translation>
    </message>
    <message>
        <source>its “target_prefix” is no text</source>
        <translation>„target_prefix“ darin ist kein Text</translation>
    </message>
    <message>
        <source>its “{field}” is no language code</source>
        <translation>„{field}“ darin ist kein Sprachkürzel</translation>
    </message>
    <message>
        <source>marks are gone of which the places are left</source>
        <translation>Markierungen fehlen, deren Stellen noch da sind</translation>
    </message>
    <message>
        <source>pages of it are torn</source>
        <translation>Seiten davon sind zerrissen</translation>
    </message>
    <message>
        <source>pages of the file are torn</source>
        <translation>Seiten der Datei sind zerrissen</translation>
    </message>
    <message>
        <source>paragraphs are gone from their documents or misplaced</source>
        <translation>Absätze fehlen in ihren Dokumenten oder stehen falsch</translation>
    </message>
    <message>
        <source>places lie outside their texts</source>
        <translation>Stellen liegen außerhalb ihrer Texte</translation>
    </message>
    <message>
        <source>rows are left of notes and documents that are gone</source>
        <translation>von Notizen und Dokumenten, die fehlen, sind Zeilen übrig</translation>
    </message>
    <message>
        <source>search indexes do not fit their texts</source>
        <translation>Suchverzeichnisse passen nicht zu ihren Texten</translation>
    </message>
    <message>
        <source>the disk failed to read or write it</source>
        <translation>der Datenträger konnte sie nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the entry “{filename}” overlaps another</source>
        <translation>der Eintrag „{filename}“ überlappt einen anderen</translation>
    </message>
    <message>
        <source>the entry “{name}” is a link or a device</source>
        <translation>der Eintrag „{name}“ ist ein Verweis oder ein Gerät</translation>
    </message>
    <message>
        <source>the entry “{name}” is damaged ({error})</source>
        <translation>der Eintrag „{name}“ ist beschädigt ({error})</translation>
    </message>
    <message>
        <source>the entry “{name}” is packed in an unusual way</source>
        <translation>der Eintrag „{name}“ ist auf ungewöhnliche Weise gepackt</translation>
    </message>
    <message>
        <source>the entry “{name}” points outside the package</source>
        <translation>der Eintrag „{name}“ zeigt aus dem Paket hinaus</translation>
    </message>
    <message>
        <source>the entry “{name}” would grow to {file_size} bytes from {compress_size}</source>
        <translation>der Eintrag „{name}“ würde von {compress_size} auf {file_size} Bytes wachsen</translation>
    </message>
    <message>
        <source>the index of its words is damaged</source>
        <translation>das Verzeichnis ihrer Wörter ist beschädigt</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>values make no sense</source>
        <translation>Werte ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>{address} cannot be loaded: {value}.</source>
        <translation>{address} kann nicht geladen werden: {value}.</translation>
    </message>
    <message>
        <source>{address} has {total} bytes, not the {value} it should have.</source>
        <translation>{address} hat {total} Bytes statt {value}.</translation>
    </message>
    <message>
        <source>{address} is no web address.</source>
        <translation>{address} ist keine Web-Adresse.</translation>
    </message>
    <message>
        <source>{address} sends more than it said it would.</source>
        <translation>{address} sendet mehr als angekündigt.</translation>
    </message>
    <message>
        <source>{count} chapters could not be read: {reason}</source>
        <translation>{count} Kapitel konnten nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>{count} characters could not be read and stand as {sign} in the text.</source>
        <translation>{count} Zeichen konnten nicht gelesen werden und stehen als {sign} im Text.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {strerror}.</source>
        <translation>{file} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {value}.</source>
        <translation>{file} kann nicht geschrieben werden: {value}.</translation>
    </message>
    <message>
        <source>{file} is not a text in UTF-8, so notes cannot be put into it.</source>
        <translation>{file} ist kein Text in UTF-8; darum können keine Notizen hineingeschrieben werden.</translation>
    </message>
    <message>
        <source>{file} is not a text in UTF-8.</source>
        <translation>{file} ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {strerror}.</source>
        <translation>{folder} kann nicht angelegt werden: {strerror}.</translation>
    </message>
    <message>
        <source>{folder} cannot be removed: {strerror}.</source>
        <translation>{folder} kann nicht entfernt werden: {strerror}.</translation>
    </message>
    <message>
        <source>{index} cannot be read: {strerror}.</source>
        <translation>{index} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>{link} leads nowhere.</source>
        <translation>{link} führt nirgendwohin.</translation>
    </message>
    <message>
        <source>{main} cannot be read: {strerror}.</source>
        <translation>{main} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>{name} belongs to another program.</source>
        <translation>{name} gehört einem anderen Programm.</translation>
    </message>
    <message>
        <source>{name} cannot be installed in {packages}: {value}.</source>
        <translation>{name} kann nicht in {packages} installiert werden: {value}.</translation>
    </message>
    <message>
        <source>{name} cannot be made: {strerror}.</source>
        <translation>{name} kann nicht angelegt werden: {strerror}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: no process could be started for it.</source>
        <translation>{name} kann nicht gelesen werden: Es ließ sich kein Prozess dafür starten.</translation>
    </message>
    <message>
        <source>{name} cannot be read: that takes longer than {seconds} seconds.</source>
        <translation>{name} kann nicht gelesen werden: Das dauert länger als {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>{name} cannot be read: that takes more memory than a document should.</source>
        <translation>{name} kann nicht gelesen werden: Das braucht mehr Speicher, als ein Dokument brauchen sollte.</translation>
    </message>
    <message>
        <source>{name} cannot be read: what reads such files broke down over it.</source>
        <translation>{name} kann nicht gelesen werden: Was solche Dateien liest, ist daran zusammengebrochen.</translation>
    </message>
    <message>
        <source>{name} cannot be used: it is read-only.</source>
        <translation>{name} kann nicht verwendet werden: Sie ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>{name} cannot be used: {reason}.</source>
        <translation>{name} kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be written: {strerror}.</source>
        <translation>{name} kann nicht geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>{name} cannot hold this text: half a character is in it (a lone surrogate).</source>
        <translation>{name} kann diesen Text nicht aufnehmen: Er enthält ein halbes Zeichen (ein einzelnes Surrogat).</translation>
    </message>
    <message>
        <source>{name} has no subtitles in it.</source>
        <translation>{name} enthält keine Untertitel.</translation>
    </message>
    <message>
        <source>{name} has no text in it.</source>
        <translation>{name} enthält keinen Text.</translation>
    </message>
    <message>
        <source>{name} has no {stem}.dict.dz beside it.</source>
        <translation>Neben {name} liegt kein {stem}.dict.dz.</translation>
    </message>
    <message>
        <source>{name} has no {stem}{value} beside it.</source>
        <translation>Neben {name} liegt kein {stem}{value}.</translation>
    </message>
    <message>
        <source>{name} holds no notes that were exported as Web Annotations.</source>
        <translation>{name} enthält keine Notizen, die als Web Annotations exportiert wurden.</translation>
    </message>
    <message>
        <source>{name} is a file of an old Microsoft Office.</source>
        <translation>{name} ist eine Datei eines alten Microsoft Office.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is damaged: it cannot be opened as a PDF file.</source>
        <translation>{name} ist beschädigt: Es lässt sich nicht als PDF-Datei öffnen.</translation>
    </message>
    <message>
        <source>{name} is damaged: it does not say where its book is.</source>
        <translation>{name} ist beschädigt: Darin steht nicht, wo das Buch ist.</translation>
    </message>
    <message>
        <source>{name} is damaged: it has no part “{entry}”.</source>
        <translation>{name} ist beschädigt: Der Teil „{entry}“ fehlt.</translation>
    </message>
    <message>
        <source>{name} is damaged: it is no XML ({fault}).</source>
        <translation>{name} ist beschädigt: Es ist kein XML ({fault}).</translation>
    </message>
    <message>
        <source>{name} is damaged: its table of parts is no XML ({fault}).</source>
        <translation>{name} ist beschädigt: Das Verzeichnis der Teile ist kein XML ({fault}).</translation>
    </message>
    <message>
        <source>{name} is damaged: none of its pages can be read.</source>
        <translation>{name} ist beschädigt: Keine Seite lässt sich lesen.</translation>
    </message>
    <message>
        <source>{name} is damaged: there is no FictionBook in this archive.</source>
        <translation>{name} ist beschädigt: In diesem Archiv ist kein FictionBook.</translation>
    </message>
    <message>
        <source>{name} is damaged: there is no page in this archive of one.</source>
        <translation>{name} ist beschädigt: In diesem Archiv einer Seite ist keine Seite.</translation>
    </message>
    <message>
        <source>{name} is damaged: {reason}.</source>
        <translation>{name} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>{name} is damaged: “{entry}” is no XML ({fault}).</source>
        <translation>{name} ist beschädigt: „{entry}“ ist kein XML ({fault}).</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name} is encrypted.</source>
        <translation>{name} ist verschlüsselt.</translation>
    </message>
    <message>
        <source>{name} is encrypted: it is protected against copying.</source>
        <translation>{name} ist verschlüsselt: Es hat einen Kopierschutz.</translation>
    </message>
    <message>
        <source>{name} is gone, but its journal {name2}-wal is still there.</source>
        <translation>{name} ist weg, aber das zugehörige Journal {name2}-wal ist noch da.</translation>
    </message>
    <message>
        <source>{name} is larger than {size} MB.</source>
        <translation>{name} ist größer als {size} MB.</translation>
    </message>
    <message>
        <source>{name} is no Argos translation package: it has no {value}.</source>
        <translation>{name} ist kein Übersetzungspaket von Argos: {value} fehlt.</translation>
    </message>
    <message>
        <source>{name} is no Argos translation package: {reason}.</source>
        <translation>{name} ist kein Übersetzungspaket von Argos: {reason}.</translation>
    </message>
    <message>
        <source>{name} is no PDF file.</source>
        <translation>{name} ist keine PDF-Datei.</translation>
    </message>
    <message>
        <source>{name} is no dictionary of StarDict.</source>
        <translation>{name} ist kein Wörterbuch von StarDict.</translation>
    </message>
    <message>
        <source>{name} is no dictionary that can be read.</source>
        <translation>{name} ist kein lesbares Wörterbuch.</translation>
    </message>
    <message>
        <source>{name} is no file.</source>
        <translation>{name} ist keine Datei.</translation>
    </message>
    <message>
        <source>{name} is no package that can be installed: {reason}.</source>
        <translation>{name} ist kein Paket, das installiert werden kann: {reason}.</translation>
    </message>
    <message>
        <source>{name} is no rich text (RTF).</source>
        <translation>{name} ist kein RTF-Text (RTF).</translation>
    </message>
    <message>
        <source>{name} is no text but another kind of OpenDocument file.</source>
        <translation>{name} ist kein Text, sondern eine andere Art von OpenDocument-Datei.</translation>
    </message>
    <message>
        <source>{name} is no word list of Ding: lines lack “::”.</source>
        <translation>{name} ist keine Wortliste von Ding: In Zeilen fehlt „::“.</translation>
    </message>
    <message>
        <source>{name} is not a text: {reason}.</source>
        <translation>{name} ist kein Text: {reason}.</translation>
    </message>
    <message>
        <source>{name} is not packed by dictzip, or damaged.</source>
        <translation>{name} ist nicht mit dictzip gepackt oder beschädigt.</translation>
    </message>
    <message>
        <source>{name} is refused: it has more than {most_entries} parts.</source>
        <translation>{name} wird abgelehnt: Es hat mehr als {most_entries} Teile.</translation>
    </message>
    <message>
        <source>{name} is refused: its parts are nested without end.</source>
        <translation>{name} wird abgelehnt: Die Teile sind endlos verschachtelt.</translation>
    </message>
    <message>
        <source>{name} is refused: its parts overlap, as in archives made to do harm.</source>
        <translation>{name} wird abgelehnt: Die Teile überlappen sich wie in Archiven, die schaden sollen.</translation>
    </message>
    <message>
        <source>{name} is refused: unpacked, it is larger than {number} MB.</source>
        <translation>{name} wird abgelehnt: Entpackt ist es größer als {number} MB.</translation>
    </message>
    <message>
        <source>{name} is scanned: it has pictures of pages and no text.</source>
        <translation>{name} ist gescannt: Es enthält Bilder von Seiten und keinen Text.</translation>
    </message>
    <message>
        <source>{name} is too large for a list of words.</source>
        <translation>{name} ist zu groß für eine Wortliste.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of Lesepult.</source>
        <translation>{name} wurde von einer neueren Version von Lesepult geschrieben.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>{path} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}.</source>
        <translation>{path} kann nicht geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe, not a file.</source>
        <translation>{path} ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a file.</source>
        <translation>{path} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{path} is not there, or no file.</source>
        <translation>{path} gibt es nicht, oder es ist keine Datei.</translation>
    </message>
    <message>
        <source>{path} may not be read by you.</source>
        <translation>{path} dürfen Sie nicht lesen.</translation>
    </message>
    <message>
        <source>{reason} This is the text as it was when it was read last.</source>
        <translation>{reason} Dies ist der Text, wie er zuletzt gelesen wurde.</translation>
    </message>
    <message>
        <source>{some} of {count} pages are damaged and were left out.</source>
        <translation>{some} von {count} Seiten sind beschädigt und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>{some} of {count} pages are pictures without a text and were left out.</source>
        <translation>{some} von {count} Seiten sind Bilder ohne Text und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>“{entry}” cannot be unpacked</source>
        <translation>„{entry}“ lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>“{entry}” is packed in an unusual way</source>
        <translation>„{entry}“ ist auf ungewöhnliche Weise gepackt</translation>
    </message>
    <message>
        <source>“{name}” does not have the {size} bytes it should have</source>
        <translation>„{name}“ hat nicht die {size} Bytes, die es haben sollte</translation>
    </message>
    <message>
        <source>“{name}” has {size} bytes, more than such a file can have</source>
        <translation>„{name}“ hat {size} Bytes, mehr als eine solche Datei haben kann</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file</source>
        <translation>„{name}“ ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>“{words}” is no regular expression: {error}.</source>
        <translation>„{words}“ ist kein regulärer Ausdruck: {error}.</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>About This Text</source>
        <translation>Über diesen Text</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} of {1} paragraphs</source>
        <translation>{0} von {1} Absätzen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Reading time</source>
        <translation>Lesezeit</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Übersetzt</translation>
    </message>
    <message>
        <source>Notes and marks</source>
        <translation>Notizen und Markierungen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>none, the text was pasted</source>
        <translation>keine, der Text wurde eingefügt</translation>
    </message>
    <message>
        <source>State of the file</source>
        <translation>Zustand der Datei</translation>
    </message>
    <message>
        <source>gone, the text is kept</source>
        <translation>weg, der Text ist aufbewahrt</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Marks and notes</source>
        <translation>Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Übersetzungen</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>SearchCard</name>
    <message>
        <source>{0}, on the document</source>
        <translation>{0}, zum Dokument</translation>
    </message>
</context>
<context>
    <name>SearchWindow</name>
    <message>
        <source>Search Everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Search in texts, translations, notes and words</source>
        <translation>In Texten, Übersetzungen, Notizen und Wörtern suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Colour of the marks</source>
        <translation>Farbe der Markierungen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Only this text</source>
        <translation>Nur dieser Text</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>Eine Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>Jede Farbe</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Jedes Schlagwort</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Add tags</source>
        <translation>Schlagwörter hinzufügen</translation>
    </message>
    <message>
        <source>Tags for the chosen marks</source>
        <translation>Schlagwörter für die gewählten Markierungen</translation>
    </message>
    <message>
        <source>Export the chosen marks</source>
        <translation>Gewählte Markierungen exportieren</translation>
    </message>
    <message>
        <source>Delete the chosen marks</source>
        <translation>Gewählte Markierungen löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks chosen</source>
        <translation>
            <numerusform>Eine Markierung gewählt</numerusform>
            <numerusform>%Ln Markierungen gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceLanguage</name>
    <message>
        <source>Translate from {0}</source>
        <translation>Aus der Sprache {0} übersetzen</translation>
    </message>
    <message>
        <source>It Is German</source>
        <translation>Es ist Deutsch</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>This text does not look like German but like {0}.</source>
        <translation>Dieser Text sieht nicht nach Deutsch aus, sondern nach {0}.</translation>
    </message>
    <message>
        <source>This text is taken for German from now on.</source>
        <translation>Dieser Text gilt von nun an als deutsch.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SpeechBar</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>Vorlesen beenden</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>SpeechCommands</name>
    <message>
        <source>&amp;Read Aloud</source>
        <translation>V&amp;orlesen</translation>
    </message>
    <message>
        <source>&amp;Read Aloud, or Pause</source>
        <translation>&amp;Vorlesen oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Next Sentence Aloud</source>
        <translation>&amp;Nächsten Satz vorlesen</translation>
    </message>
    <message>
        <source>&amp;Stop Reading Aloud</source>
        <translation>Vorlesen &amp;beenden</translation>
    </message>
    <message>
        <source>Speak &amp;Faster</source>
        <translation>&amp;Schneller sprechen</translation>
    </message>
    <message>
        <source>Speak S&amp;lower</source>
        <translation>&amp;Langsamer sprechen</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Translation of the whole document</source>
        <translation>Übersetzung des ganzen Dokuments</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Translating: {0} of {1} paragraphs</source>
        <translation>Übersetzt: {0} von {1} Absätzen</translation>
    </message>
    <message>
        <source>Translated by {0}.</source>
        <translation>Übersetzt von {0}.</translation>
    </message>
    <message>
        <source>starter model {0}</source>
        <translation>Anfangsmodell {0}</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>Offline · {0}</source>
        <translation>Offline · {0}</translation>
    </message>
    <message>
        <source>The program refuses itself every connection.</source>
        <translation>Das Programm verweigert sich selbst jede Verbindung.</translation>
    </message>
    <message>
        <source>The system gives the translator no network.</source>
        <translation>Das System gibt dem Übersetzer kein Netz.</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>TranslateCommands</name>
    <message>
        <source>&amp;Translate</source>
        <translation>&amp;Übersetzen</translation>
    </message>
    <message>
        <source>Translate &amp;Paragraph</source>
        <translation>&amp;Absatz übersetzen</translation>
    </message>
    <message>
        <source>Translate A&amp;gain</source>
        <translation>&amp;Noch einmal übersetzen</translation>
    </message>
    <message>
        <source>Translate &amp;All</source>
        <translation>Alles &amp;übersetzen</translation>
    </message>
    <message>
        <source>&amp;Stop Translating</source>
        <translation>Übersetzen anha&amp;lten</translation>
    </message>
    <message>
        <source>&amp;Hide English Here</source>
        <translation>Englisch &amp;hier verbergen</translation>
    </message>
    <message>
        <source>Show Se&amp;ntence</source>
        <translation>Sa&amp;tz zeigen</translation>
    </message>
    <message>
        <source>&amp;Cover Sentence</source>
        <translation>Satz ver&amp;decken</translation>
    </message>
    <message>
        <source>Show Next W&amp;ord</source>
        <translation>Nächstes &amp;Wort zeigen</translation>
    </message>
    <message>
        <source>Co&amp;ver Last Word</source>
        <translation>Letztes Wort verde&amp;cken</translation>
    </message>
    <message>
        <source>Hide All &amp;English</source>
        <translation>Alles &amp;Englische verbergen</translation>
    </message>
    <message>
        <source>Click Shows a Pa&amp;ragraph</source>
        <translation>Klick zeigt einen A&amp;bsatz</translation>
    </message>
    <message>
        <source>C&amp;lick Shows a Sentence</source>
        <translation>&amp;Klick zeigt einen Satz</translation>
    </message>
    <message>
        <source>Click Shows a &amp;Word</source>
        <translation>Klick zeigt ein Wo&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Models …</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>Translate Ahead &amp;Quietly</source>
        <translation>Still &amp;vorausübersetzen</translation>
    </message>
</context>
<context>
    <name>Translating</name>
    <message>
        <source>All paragraphs are translated.</source>
        <translation>Alle Absätze sind übersetzt.</translation>
    </message>
</context>
<context>
    <name>VaultDialog</name>
    <message>
        <source>Folder for Notes</source>
        <translation>Notizordner</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Folder for notes</source>
        <translation>Notizordner</translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>One file a &amp;document</source>
        <translation>Eine Datei je &amp;Dokument</translation>
    </message>
    <message>
        <source>One file a &amp;mark, in a folder of the document</source>
        <translation>Eine Datei je &amp;Markierung, in einem Ordner des Dokuments</translation>
    </message>
    <message>
        <source>Coloured &amp;boxes, as Obsidian shows them (callouts)</source>
        <translation>&amp;Farbige Kästen, wie Obsidian sie zeigt (Callouts)</translation>
    </message>
    <message>
        <source>Export after &amp;every change</source>
        <translation>Nach jeder Änderung &amp;exportieren</translation>
    </message>
    <message>
        <source>E&amp;xport Now</source>
        <translation>&amp;Jetzt exportieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Notes go there as Markdown, for Obsidian and other programs. What you write in these files stays.</source>
        <translation>Dorthin kommen Notizen als Markdown, für Obsidian und andere Programme. Was Sie in diese Dateien schreiben, bleibt.</translation>
    </message>
</context>
<context>
    <name>Vaulting</name>
    <message>
        <source>Saved {0}</source>
        <translation>Gespeichert: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes were changed in their files and stay there as they are: {0}. Delete them there to have them written anew.</source>
        <translation>
            <numerusform>%Ln Notiz wurde in ihrer Datei geändert und bleibt dort, wie sie ist: {0}. Löschen Sie sie dort, damit sie neu geschrieben wird.</numerusform>
            <numerusform>%Ln Notizen wurden in ihren Dateien geändert und bleiben dort, wie sie sind: {0}. Löschen Sie sie dort, damit sie neu geschrieben werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Colours as on the Des&amp;ktop</source>
        <translation>Farben wie auf dem S&amp;chreibtisch</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>S&amp;epia</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>English &amp;Under German</source>
        <translation>Englisch &amp;unter Deutsch</translation>
    </message>
    <message>
        <source>&amp;German Only</source>
        <translation>Nu&amp;r Deutsch</translation>
    </message>
    <message>
        <source>La&amp;rger Text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
        <source>Usual Si&amp;ze</source>
        <translation>Ü&amp;bliche Größe</translation>
    </message>
    <message>
        <source>&amp;Text and Page …</source>
        <translation>&amp;Text und Seite …</translation>
    </message>
    <message>
        <source>N&amp;otes and Words</source>
        <translation>N&amp;otizen und Wörter</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Import a Dictionary</source>
        <translation>Wörterbuch importieren</translation>
    </message>
    <message>
        <source>Dictionaries ({0})</source>
        <translation>Wörterbücher ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the dictionary …</source>
        <translation>Das Wörterbuch wird gelesen …</translation>
    </message>
    <message>
        <source>Which German word this belongs to is not known. Choose the German one.</source>
        <translation>Zu welchem deutschen Wort dies gehört, ist nicht bekannt. Wählen Sie das deutsche.</translation>
    </message>
    <message>
        <source>“{0}” is in your word list.</source>
        <translation>„{0}“ steht in Ihrer Wortliste.</translation>
    </message>
    <message>
        <source>The dictionary “{0}” was imported.</source>
        <translation>Das Wörterbuch „{0}“ wurde importiert.</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>This system has no voice that speaks {0}.</source>
        <translation>Dieses System hat keine Stimme für die Sprache {0}.</translation>
    </message>
    <message>
        <source>Qt&apos;s speech library cannot be loaded: {0}.</source>
        <translation>Die Sprachausgabe von Qt kann nicht geladen werden: {0}.</translation>
    </message>
    <message>
        <source>The voice of the system has failed: {0}</source>
        <translation>Die Stimme des Systems hat versagt: {0}</translation>
    </message>
    <message>
        <source>The speech service of the system does not answer.</source>
        <translation>Der Sprachdienst des Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>Try again later, or log in to the system anew.</source>
        <translation>Versuchen Sie es später noch einmal, oder melden Sie sich am System neu an.</translation>
    </message>
    <message>
        <source>What speaks has ended unexpectedly.</source>
        <translation>Was vorliest, hat sich unerwartet beendet.</translation>
    </message>
    <message>
        <source>Add one in Windows&apos; Settings under Time &amp; Language, Speech, Manage voices.</source>
        <translation>Fügen Sie in den Einstellungen von Windows unter „Zeit und Sprache“, „Spracherkennung“, „Stimmen verwalten“ eine hinzu.</translation>
    </message>
    <message>
        <source>Add one in System Settings under Accessibility, Spoken Content, System Voice.</source>
        <translation>Fügen Sie in den Systemeinstellungen unter „Bedienungshilfen“, „Gesprochene Inhalte“, „Systemstimme“ eine hinzu.</translation>
    </message>
    <message>
        <source>Install speech-dispatcher and a voice, as with: sudo apt install speech-dispatcher speech-dispatcher-espeak-ng</source>
        <translation>Installieren Sie speech-dispatcher und eine Stimme, etwa mit: sudo apt install speech-dispatcher speech-dispatcher-espeak-ng</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Word List</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>Backups and Repair …</source>
        <translation>Sicherungen und Reparatur …</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Close without this note</source>
        <translation>Ohne diese Notiz schließen</translation>
    </message>
</context>
<context>
    <name>WordKeeping</name>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Meaning for the word list</source>
        <translation>Bedeutung für die Wortliste</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>Add to Word List</source>
        <translation>In die Wortliste aufnehmen</translation>
    </message>
    <message>
        <source>Remove from Word List</source>
        <translation>Aus der Wortliste entfernen</translation>
    </message>
</context>
<context>
    <name>WordListModel</name>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>In: {0}</source>
        <translation>In: {0}</translation>
    </message>
    <message>
        <source>Its place is lost: the text has changed.</source>
        <translation>Die Stelle ist verloren: Der Text wurde geändert.</translation>
    </message>
</context>
<context>
    <name>WordListPanel</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the words</source>
        <translation>Wörter filtern</translation>
    </message>
    <message>
        <source>Which texts</source>
        <translation>Welche Texte</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>Dieser Text</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Alle Texte</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By alphabet</source>
        <translation>Nach dem Alphabet</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Export Words …</source>
        <translation>Wörter exportieren …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words deleted.</source>
        <translation>
            <numerusform>Ein Wort gelöscht.</numerusform>
            <numerusform>%Ln Wörter gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} deleted.</source>
        <translation>{0} gelöscht.</translation>
    </message>
    <message>
        <source>No word of the list has this in it.</source>
        <translation>Kein Wort der Liste enthält dies.</translation>
    </message>
    <message>
        <source>No words yet.

Put the caret into a German word and press Shift+W, or look it up and choose “Add to Word List”.</source>
        <translation>Noch keine Wörter.

Setzen Sie die Schreibmarke in ein deutsches Wort und drücken Sie Umschalt+W, oder schlagen Sie es nach und wählen Sie „In die Wortliste aufnehmen“.</translation>
    </message>
    <message>
        <source>Go to Its Place</source>
        <translation>Zu seiner Stelle gehen</translation>
    </message>
    <message>
        <source>Write Its Meaning</source>
        <translation>Bedeutung schreiben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message>
        <source>No word chosen.

Double click a German word, or put the caret into it and press W.</source>
        <translation>Kein Wort gewählt.

Doppelklicken Sie auf ein deutsches Wort, oder setzen Sie die Schreibmarke hinein und drücken Sie W.</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Für sich</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>In this sentence</source>
        <translation>In diesem Satz</translation>
    </message>
    <message>
        <source>Looking into the dictionaries …</source>
        <translation>Wörterbücher werden durchsucht …</translation>
    </message>
    <message>
        <source>Looking up …</source>
        <translation>Wird nachgeschlagen …</translation>
    </message>
    <message>
        <source>Show All Entries</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>No dictionary has it.</source>
        <translation>Kein Wörterbuch hat es.</translation>
    </message>
    <message>
        <source>There is no dictionary. Those in the StarDict, dictd and Ding formats are found by themselves once they are installed, such as Debian&apos;s dict-freedict-deu-eng and trans-de-en.</source>
        <translation>Es ist kein Wörterbuch da. Solche in den Formaten StarDict, dictd und Ding werden von selbst gefunden, sobald sie installiert sind, wie dict-freedict-deu-eng und trans-de-en von Debian.</translation>
    </message>
    <message>
        <source>Import a Dictionary …</source>
        <translation>Wörterbuch importieren …</translation>
    </message>
    <message>
        <source>Elsewhere in this text</source>
        <translation>Anderswo in diesem Text</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Note on the document</source>
        <translation>Notiz zum Dokument</translation>
    </message>
    <message>
        <source>Note on the paragraph</source>
        <translation>Notiz zum Absatz</translation>
    </message>
    <message>
        <source>place lost: the text has changed</source>
        <translation>Stelle verloren: Der Text wurde geändert</translation>
    </message>
    <message>
        <source>the text has changed here</source>
        <translation>der Text wurde hier geändert</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Note: {0}</source>
        <translation>Notiz: {0}</translation>
    </message>
    <message>
        <source>Marked, {0}</source>
        <translation>Markiert, {0}</translation>
    </message>
    <message>
        <source>Marked, {0}. Note: {1}</source>
        <translation>Markiert, {0}. Notiz: {1}</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation>{0}, Zeile {1}</translation>
    </message>
    <message>
        <source>noun</source>
        <translation>Substantiv</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>verb</source>
        <translation>Verb</translation>
    </message>
    <message>
        <source>adjective</source>
        <translation>Adjektiv</translation>
    </message>
    <message>
        <source>adverb</source>
        <translation>Adverb</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>pronoun</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <source>preposition</source>
        <translation>Präposition</translation>
    </message>
    <message>
        <source>conjunction</source>
        <translation>Konjunktion</translation>
    </message>
    <message>
        <source>numeral</source>
        <translation>Zahlwort</translation>
    </message>
    <message>
        <source>particle</source>
        <translation>Partikel</translation>
    </message>
    <message>
        <source>interjection</source>
        <translation>Interjektion</translation>
    </message>
    <message>
        <source>nothing was translated</source>
        <translation>nichts wurde übersetzt</translation>
    </message>
    <message>
        <source>the German was copied, not translated</source>
        <translation>das Deutsche wurde kopiert, nicht übersetzt</translation>
    </message>
    <message>
        <source>the end is missing</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <source>words are repeated</source>
        <translation>Wörter wiederholen sich</translation>
    </message>
    <message>
        <source>it is much shorter or longer than the German</source>
        <translation>sie ist viel kürzer oder länger als das Deutsche</translation>
    </message>
    <message>
        <source>numbers differ from the German</source>
        <translation>Zahlen weichen vom Deutschen ab</translation>
    </message>
    <message>
        <source>a name is missing</source>
        <translation>ein Name fehlt</translation>
    </message>
    <message>
        <source>the model did not know a word</source>
        <translation>das Modell kannte ein Wort nicht</translation>
    </message>
    <message>
        <source>May be wrong: {0}.</source>
        <translation>Vielleicht falsch: {0}.</translation>
    </message>
</context>
<context>
    <name>_Waiting</name>
    <message>
        <source>Marks and Notes</source>
        <translation>Markierungen und Notizen</translation>
    </message>
    <message>
        <source>Many marks are changed. This takes a moment …</source>
        <translation>Viele Markierungen werden geändert. Das dauert einen Moment …</translation>
    </message>
</context>
</TS>

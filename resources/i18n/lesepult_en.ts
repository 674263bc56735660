<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupsWindow</name>
    <message numerus="yes">
        <source>%Ln mark(s) could be read of the damaged file.</source>
        <translation>
            <numerusform>%Ln mark could be read of the damaged file.</numerusform>
            <numerusform>%Ln marks could be read of the damaged file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the backup there are %Ln now.</source>
        <translation>
            <numerusform>With the backup there is %Ln now.</numerusform>
            <numerusform>With the backup there are %Ln now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinWindow</name>
    <message numerus="yes">
        <source>These are the last of %Ln.</source>
        <translation>
            <numerusform>This is the last of %Ln.</numerusform>
            <numerusform>These are the last of %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln deleted things for good?</source>
        <translation>
            <numerusform>Forget %Ln deleted thing for good?</numerusform>
            <numerusform>Forget %Ln deleted things for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%Ln notes were changed in their files and stay there as they are: {0}. Delete them there to have them written anew.</source>
        <translation>
            <numerusform>%Ln note was changed in its file and stays there as it is: {0}. Delete it there to have it written anew.</numerusform>
            <numerusform>%Ln notes were changed in their files and stay there as they are: {0}. Delete them there to have them written anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message numerus="yes">
        <source>%Ln texts taken in.</source>
        <translation>
            <numerusform>%Ln text taken in.</numerusform>
            <numerusform>%Ln texts taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were known already.</source>
        <translation>
            <numerusform>%Ln was known already.</numerusform>
            <numerusform>%Ln were known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files could not be read:</source>
        <translation>
            <numerusform>%Ln file could not be read:</numerusform>
            <numerusform>%Ln files could not be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln files could not be read.</source>
        <translation>
            <numerusform>%Ln file could not be read.</numerusform>
            <numerusform>%Ln files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts removed, with all notes. No file is touched.</source>
        <translation>
            <numerusform>%Ln text removed, with all notes. No file is touched.</numerusform>
            <numerusform>%Ln texts removed, with all notes. No file is touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message numerus="yes">
        <source>%Ln words · {0} min</source>
        <translation>
            <numerusform>%Ln word · {0} min</numerusform>
            <numerusform>%Ln words · {0} min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%Ln texts</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln texts</source>
        <translation>
            <numerusform>{0} of %Ln text</numerusform>
            <numerusform>{0} of %Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln texts, with commas between them:</source>
        <translation>
            <numerusform>Tags of %Ln text, with commas between them:</numerusform>
            <numerusform>Tags of %Ln texts, with commas between them:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message numerus="yes">
        <source>%Ln marks and notes</source>
        <translation>
            <numerusform>%Ln mark or note</numerusform>
            <numerusform>%Ln marks and notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln marks and notes</source>
        <translation>
            <numerusform>{0} of %Ln mark or note</numerusform>
            <numerusform>{0} of %Ln marks and notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchWindow</name>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%Ln marks chosen</source>
        <translation>
            <numerusform>%Ln mark chosen</numerusform>
            <numerusform>%Ln marks chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vaulting</name>
    <message numerus="yes">
        <source>%Ln notes were changed in their files and stay there as they are: {0}. Delete them there to have them written anew.</source>
        <translation>
            <numerusform>%Ln note was changed in its file and stays there as it is: {0}. Delete it there to have it written anew.</numerusform>
            <numerusform>%Ln notes were changed in their files and stay there as they are: {0}. Delete them there to have them written anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordListPanel</name>
    <message numerus="yes">
        <source>%Ln words deleted.</source>
        <translation>
            <numerusform>%Ln word deleted.</numerusform>
            <numerusform>%Ln words deleted.</numerusform>
        </translation>
    </message>
</context>
</TS>

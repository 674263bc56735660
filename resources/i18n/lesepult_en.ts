<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupsWindow</name>
    <message numerus="yes">
        <source>%n mark(s) could be read of the damaged file.</source>
        <translation>
            <numerusform>%n mark could be read of the damaged file.</numerusform>
            <numerusform>%n marks could be read of the damaged file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the backup there are %n now.</source>
        <translation>
            <numerusform>With the backup there is %n now.</numerusform>
            <numerusform>With the backup there are %n now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinWindow</name>
    <message numerus="yes">
        <source>Forget %n deleted things for good?</source>
        <translation>
            <numerusform>Forget %n deleted thing for good?</numerusform>
            <numerusform>Forget %n deleted things for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n notes were changed in {0} and stay there as they are. Delete them there to have them written anew.</source>
        <translation>
            <numerusform>%n note was changed in {0} and stays there as it is. Delete it there to have it written anew.</numerusform>
            <numerusform>%n notes were changed in {0} and stay there as they are. Delete them there to have them written anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message numerus="yes">
        <source>%n texts taken in.</source>
        <translation>
            <numerusform>%n text taken in.</numerusform>
            <numerusform>%n texts taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were known already.</source>
        <translation>
            <numerusform>%n was known already.</numerusform>
            <numerusform>%n were known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be read:</source>
        <translation>
            <numerusform>%n file could not be read:</numerusform>
            <numerusform>%n files could not be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%n texts removed, with all notes. No file is touched.</source>
        <translation>
            <numerusform>%n text removed, with all notes. No file is touched.</numerusform>
            <numerusform>%n texts removed, with all notes. No file is touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n texts</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n texts</source>
        <translation>
            <numerusform>{0} of %n text</numerusform>
            <numerusform>{0} of %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n texts, with commas between them:</source>
        <translation>
            <numerusform>Tags of %n text, with commas between them:</numerusform>
            <numerusform>Tags of %n texts, with commas between them:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message numerus="yes">
        <source>%n marks and notes</source>
        <translation>
            <numerusform>%n mark or note</numerusform>
            <numerusform>%n marks and notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n marks and notes</source>
        <translation>
            <numerusform>{0} of %n mark or note</numerusform>
            <numerusform>{0} of %n marks and notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchWindow</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n marks chosen</source>
        <translation>
            <numerusform>%n mark chosen</numerusform>
            <numerusform>%n marks chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vaulting</name>
    <message numerus="yes">
        <source>%n notes were changed in {0} and stay there as they are. Delete them there to have them written anew.</source>
        <translation>
            <numerusform>%n note was changed in {0} and stays there as it is. Delete it there to have it written anew.</numerusform>
            <numerusform>%n notes were changed in {0} and stay there as they are. Delete them there to have them written anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordListPanel</name>
    <message numerus="yes">
        <source>%n words deleted.</source>
        <translation>
            <numerusform>%n word deleted.</numerusform>
            <numerusform>%n words deleted.</numerusform>
        </translation>
    </message>
</context>
</TS>

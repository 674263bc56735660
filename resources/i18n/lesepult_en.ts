<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <name>WordListPanel</name>
        <message numerus="yes">
            <source>%n words deleted.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
</TS>

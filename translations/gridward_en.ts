<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AreaReader</name>
    <message numerus="yes">
        <source>The area that the file gives differs by more than 1 % from the measured one (EPSG:%1) for %n grid(s); the measured one was taken.</source>
        <translation>
            <numerusform>The area that the file gives differs by more than 1 % from the measured one (EPSG:%1) for %n grid; the measured one was taken.</numerusform>
            <numerusform>The area that the file gives differs by more than 1 % from the measured one (EPSG:%1) for %n grids; the measured ones were taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s)</source>
        <translation>
            <numerusform>%n working hour</numerusform>
            <numerusform>%n working hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n calendar day</numerusform>
            <numerusform>%n calendar days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s), round the clock</source>
        <translation>
            <numerusform>%n minute, round the clock</numerusform>
            <numerusform>%n minutes, round the clock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s), round the clock</source>
        <translation>
            <numerusform>%n hour, round the clock</numerusform>
            <numerusform>%n hours, round the clock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), round the clock</source>
        <translation>
            <numerusform>%n day, round the clock</numerusform>
            <numerusform>%n days, round the clock</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueCommand</name>
    <message numerus="yes">
        <source>… and %n more; --json lists them all.</source>
        <translation>
            <numerusform>… and %n more; --json lists it.</numerusform>
            <numerusform>… and %n more; --json lists them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueDiff</name>
    <message numerus="yes">
        <source>%n condition(s) were changed in the store since the workbook was written, in row %1 first. Look at the difference before you go on.</source>
        <translation>
            <numerusform>%n condition was changed in the store since the workbook was written, in row %1. Look at the difference before you go on.</numerusform>
            <numerusform>%n conditions were changed in the store since the workbook was written, in row %1 first. Look at the difference before you go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) have no filing condition, %1 first. Their cases have no limit.</source>
        <translation>
            <numerusform>%n class has no filing condition: %1. Its cases have no limit.</numerusform>
            <numerusform>%n classes have no filing condition, %1 first. Their cases have no limit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueReading</name>
    <message numerus="yes">
        <source>Sheet %1: %n code(s) had lost the leading zero and got it back, in row %2 first. Keep codes as text.</source>
        <translation>
            <numerusform>Sheet %1: %n code had lost the leading zero and got it back, in row %2. Keep codes as text.</numerusform>
            <numerusform>Sheet %1: %n codes had lost the leading zero and got it back, in row %2 first. Keep codes as text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) lack the closing condition, the handling unit or the supervising department, in row %1 first.</source>
        <translation>
            <numerusform>%n condition lacks the closing condition, the handling unit or the supervising department, in row %1.</numerusform>
            <numerusform>%n conditions lack the closing condition, the handling unit or the supervising department, in row %1 first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of units are neither a kind nor a code of one that is known: %1. No unit will be proposed by them.</source>
        <translation>
            <numerusform>%n name of a unit is neither a kind nor a code of one that is known: %1. No unit will be proposed by it.</numerusform>
            <numerusform>%n names of units are neither a kind nor a code of one that is known: %1. No unit will be proposed by them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellMaker</name>
    <message numerus="yes">
        <source>%n row(s) of “%1” have no place and were passed over.</source>
        <translation>
            <numerusform>%n row of “%1” has no place and was passed over.</numerusform>
            <numerusform>%n rows of “%1” have no place and were passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) lie far from all others and were left out.</source>
        <translation>
            <numerusform>%n place lies far from all others and was left out.</numerusform>
            <numerusform>%n places lie far from all others and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckCommand</name>
    <message numerus="yes">
        <source>%n thing(s) are not as they must be.</source>
        <translation>
            <numerusform>%n thing is not as it must be.</numerusform>
            <numerusform>%n things are not as they must be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetWriter</name>
    <message numerus="yes">
        <source>%n row(s) have no place; the Shapefile holds them as empty shapes, which some programs pass over.</source>
        <translation>
            <numerusform>%n row has no place; the Shapefile holds it as an empty shape, which some programs pass over.</numerusform>
            <numerusform>%n rows have no place; the Shapefile holds them as empty shapes, which some programs pass over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were too long for the format and were cut.</source>
        <translation>
            <numerusform>%n text was too long for the format and was cut.</numerusform>
            <numerusform>%n texts were too long for the format and were cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no place and were left out: a FlatGeobuf cannot hold them. Take .gpkg or .geojson for all of them.</source>
        <translation>
            <numerusform>%n row has no place and was left out: a FlatGeobuf cannot hold it. Take .gpkg or .geojson for all rows.</numerusform>
            <numerusform>%n rows have no place and were left out: a FlatGeobuf cannot hold them. Take .gpkg or .geojson for all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadlineWords</name>
    <message numerus="yes">
        <source>Not counted: %n break(s) and night(s), %1 in all.</source>
        <translation>
            <numerusform>Not counted: %n break or night, %1 in all.</numerusform>
            <numerusform>Not counted: %n breaks and nights, %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n weekend(s), %1 in all.</source>
        <translation>
            <numerusform>Not counted: %n weekend, %1 in all.</numerusform>
            <numerusform>Not counted: %n weekends, %1 in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The limit was extended %n time(s).</source>
        <translation>
            <numerusform>The limit was extended %n time.</numerusform>
            <numerusform>The limit was extended %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskCommand</name>
    <message numerus="yes">
        <source>Which unit? %n of them fit.</source>
        <translation>
            <numerusform>Which unit? %n of them fits.</numerusform>
            <numerusform>Which unit? %n of them fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierWords</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified: all %n step(s) follow from one another, and the case is what they make.</source>
        <translation>
            <numerusform>Verified: its %n step is whole, and the case is what it makes.</numerusform>
            <numerusform>Verified: all %n steps follow from one another, and the case is what they make.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvaluateCommand</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message numerus="yes">
        <source>%1: %n row(s) written.</source>
        <translation>
            <numerusform>%1: %n row written.</numerusform>
            <numerusform>%1: %n rows written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderCommand</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) inside</source>
        <translation>
            <numerusform>%n file inside</numerusform>
            <numerusform>%n files inside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HourOfWeek</name>
    <message numerus="yes">
        <source>registered in %n hour(s) of the week that were chosen</source>
        <translation>
            <numerusform>registered in %n hour of the week that was chosen</numerusform>
            <numerusform>registered in %n hours of the week that were chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message numerus="yes">
        <source>… and %n more refused; --json lists them all.</source>
        <translation>
            <numerusform>… and %n more refused; --json lists them all.</numerusform>
            <numerusform>… and %n more refused; --json lists them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxCommand</name>
    <message numerus="yes">
        <source>%n of those taken have a number that was there already, with something else told under it.</source>
        <translation>
            <numerusform>%n of those taken has a number that was there already, with something else told under it.</numerusform>
            <numerusform>%n of those taken have a number that was there already, with something else told under it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left, for they may be told of already: %1. Merge them (follow, join), register them by their numbers, or all with --with-duplicates.</source>
        <translation>
            <numerusform>%n row was left, for it may be told of already: %1. Merge it (follow, join), register it by its number, or all with --with-duplicates.</numerusform>
            <numerusform>%n rows were left, for they may be told of already: %1. Merge them (follow, join), register them by their numbers, or all with --with-duplicates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxReader</name>
    <message numerus="yes">
        <source>%n row(s) have a time that cannot be read: it is kept as it stands.</source>
        <translation>
            <numerusform>%n row has a time that cannot be read: it is kept as it stands.</numerusform>
            <numerusform>%n rows have a time that cannot be read: it is kept as it stands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have coordinates that are no place: they come in without one.</source>
        <translation>
            <numerusform>%n row has coordinates that are no place: it comes in without one.</numerusform>
            <numerusform>%n rows have coordinates that are no place: they come in without one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InitCommand</name>
    <message numerus="yes">
        <source>%1 is ready: district %2 with %n grid(s).</source>
        <translation>
            <numerusform>%1 is ready: district %2 with %n grid.</numerusform>
            <numerusform>%1 is ready: district %2 with %n grids.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MigrateCommand</name>
    <message numerus="yes">
        <source>%1 is the same store now: every row of %n table(s) is equal, and the logs of all cases are unbroken.</source>
        <translation>
            <numerusform>%1 is the same store now: every row of %n table is equal, and the logs of all cases are unbroken.</numerusform>
            <numerusform>%1 is the same store now: every row of %n tables is equal, and the logs of all cases are unbroken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartitionCheck</name>
    <message numerus="yes">
        <source>%n piece(s) of borders do not match the neighbour&apos;s vertex by vertex, first at %1 (grids %2). Snap the borders of neighbours to each other, vertices included.</source>
        <translation>
            <numerusform>%n piece of a border does not match the neighbour&apos;s vertex by vertex, at %1 (grids %2). Snap the borders of neighbours to each other, vertices included.</numerusform>
            <numerusform>%n pieces of borders do not match the neighbours&apos; vertex by vertex, first at %1 (grids %2). Snap the borders of neighbours to each other, vertices included.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonalCommand</name>
    <message numerus="yes">
        <source>%n caller(s) erased.</source>
        <translation>
            <numerusform>%n caller erased.</numerusform>
            <numerusform>%n callers erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceReader</name>
    <message numerus="yes">
        <source>%n row(s) name another grid than the one in which they lie; the position was believed.</source>
        <translation>
            <numerusform>%n row names another grid than the one in which it lies; the position was believed.</numerusform>
            <numerusform>%n rows name another grid than the one in which they lie; the position was believed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message numerus="yes">
        <source>%n in hand</source>
        <translation>
            <numerusform>%n in hand</numerusform>
            <numerusform>%n in hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>seen %n minute(s) ago</source>
        <translation>
            <numerusform>seen %n minute ago</numerusform>
            <numerusform>seen %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on duty nearby</source>
        <translation>
            <numerusform>%n on duty nearby</numerusform>
            <numerusform>%n on duty nearby</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundPaper</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2 (%n case(s))</source>
        <translation>
            <numerusform>%1 – %2 (%n case)</numerusform>
            <numerusform>%1 – %2 (%n cases)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1 (%n case)</numerusform>
            <numerusform>%1 (%n cases)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleCommand</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInDesk</name>
    <message numerus="yes">
        <source>There were too many wrong attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>There were too many wrong attempts. Try again in %n second.</numerusform>
            <numerusform>There were too many wrong attempts. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffCommand</name>
    <message numerus="yes">
        <source>%n vacant post(s).</source>
        <translation>
            <numerusform>%n vacant post.</numerusform>
            <numerusform>%n vacant posts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything is covered in the next %n hour(s).</source>
        <translation>
            <numerusform>Everything is covered in the next %n hour.</numerusform>
            <numerusform>Everything is covered in the next %n hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; --json lists them all.</source>
        <translation>
            <numerusform>… and %n more; --json lists them all.</numerusform>
            <numerusform>… and %n more; --json lists them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s) about staff written.</source>
        <translation>
            <numerusform>%1: %n row about staff written.</numerusform>
            <numerusform>%1: %n rows about staff written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoreCheck</name>
    <message numerus="yes">
        <source>Case %1 is not what its %n event(s) make of it; somebody changed the row.</source>
        <translation>
            <numerusform>Case %1 is not what its %n event makes of it; somebody changed the row.</numerusform>
            <numerusform>Case %1 is not what its %n events make of it; somebody changed the row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreetCommand</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageWords</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WallContent</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grid(s)</source>
        <translation>
            <numerusform>%n grid</numerusform>
            <numerusform>%n grids</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::AccessPreviewPanel</name>
    <message numerus="yes">
        <source>%1 (%2) in %3 sees %n open case(s).</source>
        <translation>
            <numerusform>%1 (%2) in %3 sees %n open case.</numerusform>
            <numerusform>%1 (%2) in %3 sees %n open cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::AccountModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::AccountsPage</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::AlarmCentre</name>
    <message numerus="yes">
        <source>%n alarms, the worst: %1</source>
        <translation>
            <numerusform>%n alarm, the worst: %1</numerusform>
            <numerusform>%n alarms, the worst: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::AlarmStrip</name>
    <message numerus="yes">
        <source>%n alarm(s) wait to be acknowledged</source>
        <translation>
            <numerusform>%n alarm waits to be acknowledged</numerusform>
            <numerusform>%n alarms wait to be acknowledged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::AnalysisWorkspace</name>
    <message numerus="yes">
        <source>%n case(s) have no place and are not on the map.</source>
        <translation>
            <numerusform>%n case has no place and is not on the map.</numerusform>
            <numerusform>%n cases have no place and are not on the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) lie outside of the district and are not on the map.</source>
        <translation>
            <numerusform>%n case lies outside of the district and is not on the map.</numerusform>
            <numerusform>%n cases lie outside of the district and are not on the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Other cases than then: %n event(s) since.</source>
        <translation>
            <numerusform>Other cases than then: %n event since.</numerusform>
            <numerusform>Other cases than then: %n events since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were written into “%1”.</source>
        <translation>
            <numerusform>%n picture was written into “%1”.</numerusform>
            <numerusform>%n pictures were written into “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::AuditPage</name>
    <message numerus="yes">
        <source>The newest %n entries; more while you scroll.</source>
        <translation>
            <numerusform>The newest entry; more while you scroll.</numerusform>
            <numerusform>The newest %n entries; more while you scroll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries.</source>
        <translation>
            <numerusform>%n entry.</numerusform>
            <numerusform>%n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::BatchAssign</name>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n case chosen</numerusform>
            <numerusform>%n cases chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n case(s)</source>
        <translation>
            <numerusform>Assign %n case</numerusform>
            <numerusform>Assign %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are with another unit than the first one, or with none that could assign them, and stay as they are. The people are those of the first one&apos;s unit.</source>
        <translation>
            <numerusform>%n of them is with another unit than the first one, or with none that could assign it, and stays as it is. The people are those of the first one&apos;s unit.</numerusform>
            <numerusform>%n of them are with another unit than the first one, or with none that could assign them, and stay as they are. The people are those of the first one&apos;s unit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::BatchDispatch</name>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n case chosen</numerusform>
            <numerusform>%n cases chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot take this step and stay as they are: %1.</source>
        <translation>
            <numerusform>%n of them cannot take this step and stays as it is: %1.</numerusform>
            <numerusform>%n of them cannot take this step and stay as they are: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1: %n case</numerusform>
            <numerusform>%1: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody else was first at %n of those that you chose: %1.</source>
        <translation>
            <numerusform>Somebody else was first at %n of those that you chose: %1.</numerusform>
            <numerusform>Somebody else was first at %n of those that you chose: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more reason(s)</source>
        <translation>
            <numerusform>%n more reason</numerusform>
            <numerusform>%n more reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the cases lie outside the street of this unit.</source>
        <translation>
            <numerusform>%n of the cases lies outside the street of this unit.</numerusform>
            <numerusform>%n of the cases lie outside the street of this unit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::CaseDetails</name>
    <message numerus="yes">
        <source>not reached: %n time(s)</source>
        <translation>
            <numerusform>not reached: once</numerusform>
            <numerusform>not reached: %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::CaseFilterPanel</name>
    <message numerus="yes">
        <source>Reported within the last %n hour(s)</source>
        <translation>
            <numerusform>Reported within the last hour</numerusform>
            <numerusform>Reported within the last %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::CaseTable</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::CaseWorkspace</name>
    <message numerus="yes">
        <source>%n page(s) with the files inside were written to %1.</source>
        <translation>
            <numerusform>%n page with the files inside was written to %1.</numerusform>
            <numerusform>%n pages with the files inside were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::ClassFilterField</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::DeskMap</name>
    <message numerus="yes">
        <source>Dispatch %n case(s) to %1, the unit of %2?</source>
        <translation>
            <numerusform>Dispatch %n case to %1, the unit of %2?</numerusform>
            <numerusform>Dispatch %n cases to %1, the unit of %2?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::DispatchWorkspace</name>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n could not be:</numerusform>
            <numerusform>%n could not be:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1 (%n case)</numerusform>
            <numerusform>%1 (%n cases)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s).</source>
        <translation>
            <numerusform>%1: %n case.</numerusform>
            <numerusform>%1: %n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the cases lie outside the street of this unit.</source>
        <translation>
            <numerusform>%n of the cases lies outside the street of this unit.</numerusform>
            <numerusform>%n of the cases lie outside the street of this unit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::EvaluationWorkspace</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::GridCardPanel</name>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>%n open case</numerusform>
            <numerusform>%n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s), %1 of them overdue</source>
        <translation>
            <numerusform>%n open case, %1 of them overdue</numerusform>
            <numerusform>%n open cases, %1 of them overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::HourMatrix</name>
    <message numerus="yes">
        <source>%1, %2 to %3: %n case(s)</source>
        <translation>
            <numerusform>%1, %2 to %3: %n case</numerusform>
            <numerusform>%1, %2 to %3: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cases by hour of the week, %n hour(s) chosen</source>
        <translation>
            <numerusform>Cases by hour of the week, %n hour chosen</numerusform>
            <numerusform>Cases by hour of the week, %n hours chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::InboxModel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::Inspector</name>
    <message numerus="yes">
        <source>%n case(s) here</source>
        <translation>
            <numerusform>%n case here</numerusform>
            <numerusform>%n cases here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::LeaderModel</name>
    <message numerus="yes">
        <source>Red cases: %n</source>
        <translation>
            <numerusform>Red cases: %n</numerusform>
            <numerusform>Red cases: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escalated to the leaders: %n</source>
        <translation>
            <numerusform>Escalated to the leaders: %n</numerusform>
            <numerusform>Escalated to the leaders: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calls that no department answered: %n</source>
        <translation>
            <numerusform>Calls that no department answered: %n</numerusform>
            <numerusform>Calls that no department answered: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::LeaderWorkspace</name>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n matter</numerusform>
            <numerusform>%n matters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::MainWindow</name>
    <message numerus="yes">
        <source>%n layer(s) added to the map.</source>
        <translation>
            <numerusform>%n layer added to the map.</numerusform>
            <numerusform>%n layers added to the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) that you began wait to be sent; the last one is of case %1.</source>
        <translation>
            <numerusform>A step that you began waits to be sent: of case %1.</numerusform>
            <numerusform>%n steps that you began wait to be sent; the last one is of case %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::MaskedLine</name>
    <message numerus="yes">
        <source>Masked again in %n second(s). This look is in the audit log.</source>
        <translation>
            <numerusform>Masked again in %n second. This look is in the audit log.</numerusform>
            <numerusform>Masked again in %n seconds. This look is in the audit log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::MessageBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::PeoplePage</name>
    <message numerus="yes">
        <source>%n person(s) shown</source>
        <translation>
            <numerusform>%n person shown</numerusform>
            <numerusform>%n people shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::PeoplePanel</name>
    <message numerus="yes">
        <source>Show %n more without work</source>
        <translation>
            <numerusform>Show %n more without work</numerusform>
            <numerusform>Show %n more without work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n without work</source>
        <translation>
            <numerusform>Hide %n without work</numerusform>
            <numerusform>Hide %n without work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::PhotoStrip</name>
    <message numerus="yes">
        <source>No more than %n pictures go with a report.</source>
        <translation>
            <numerusform>No more than %n picture goes with a report.</numerusform>
            <numerusform>No more than %n pictures go with a report.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::PlaceCardPanel</name>
    <message numerus="yes">
        <source>%1, %n day(s) overdue</source>
        <translation>
            <numerusform>%1, %n day overdue</numerusform>
            <numerusform>%1, %n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::QueueFilterBar</name>
    <message numerus="yes">
        <source>%n street(s)</source>
        <translation>
            <numerusform>%n street</numerusform>
            <numerusform>%n streets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::QueueWorkspace</name>
    <message numerus="yes">
        <source>%n wait(s) too long</source>
        <translation>
            <numerusform>%n waits too long</numerusform>
            <numerusform>%n wait too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::RosterAlarm</name>
    <message numerus="yes">
        <source>%1 %n more gap(s) in the roster.</source>
        <translation>
            <numerusform>%1 %n more gap in the roster.</numerusform>
            <numerusform>%1 %n more gaps in the roster.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::RosterModel</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::RosterPage</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ Uncovered within the next 24 hours: %n gap(s).</source>
        <translation>
            <numerusform>▲ Uncovered within the next 24 hours: %n gap.</numerusform>
            <numerusform>▲ Uncovered within the next 24 hours: %n gaps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::RoundDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) A4</source>
        <translation>
            <numerusform>%n page A4</numerusform>
            <numerusform>%n pages A4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::RunReport</name>
    <message numerus="yes">
        <source>Do %n on the new state</source>
        <translation>
            <numerusform>Do %n on the new state</numerusform>
            <numerusform>Do %n on the new state</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::SamplingPage</name>
    <message numerus="yes">
        <source>“%1” for %2, with %n picture(s). It cannot be changed afterwards.</source>
        <translation>
            <numerusform>“%1” for %2, with %n picture. It cannot be changed afterwards.</numerusform>
            <numerusform>“%1” for %2, with %n pictures. It cannot be changed afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) were written to %1.</source>
        <translation>
            <numerusform>%n case was written to %1.</numerusform>
            <numerusform>%n cases were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::SignInPage</name>
    <message numerus="yes">
        <source>Try again in %n second(s)</source>
        <translation>
            <numerusform>Try again in %n second</numerusform>
            <numerusform>Try again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::SpotPanel</name>
    <message numerus="yes">
        <source>%n case(s) within %1 m</source>
        <translation>
            <numerusform>%n case within %1 m</numerusform>
            <numerusform>%n cases within %1 m</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StaffMatrixModel</name>
    <message numerus="yes">
        <source>%n vacant</source>
        <translation>
            <numerusform>%n vacant</numerusform>
            <numerusform>%n vacant</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StaffingPage</name>
    <message numerus="yes">
        <source>%n grid(s)</source>
        <translation>
            <numerusform>%n grid</numerusform>
            <numerusform>%n grids</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant</source>
        <translation>
            <numerusform>%n vacant</numerusform>
            <numerusform>%n vacant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n away without a deputy</source>
        <translation>
            <numerusform>%n away without a deputy</numerusform>
            <numerusform>%n away without a deputy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StatusPanel</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 unit grids · %3 open case(s)</source>
        <translation>
            <numerusform>%1 · %2 unit grids · %3 open case</numerusform>
            <numerusform>%1 · %2 unit grids · %3 open cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StepRunner</name>
    <message numerus="yes">
        <source>The class has %n conditions: open the case and choose one.</source>
        <translation>
            <numerusform>The class has %n condition: open the case.</numerusform>
            <numerusform>The class has %n conditions: open the case and choose one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StreetQueue</name>
    <message numerus="yes">
        <source>%n case(s) assigned.</source>
        <translation>
            <numerusform>%n case assigned.</numerusform>
            <numerusform>%n cases assigned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n could not be:</numerusform>
            <numerusform>%n could not be:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1 (%n case)</numerusform>
            <numerusform>%1 (%n cases)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) assigned to %1.</source>
        <translation>
            <numerusform>%n case assigned to %1.</numerusform>
            <numerusform>%n cases assigned to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StreetWorkspace</name>
    <message numerus="yes">
        <source>%n page(s) were sent to the printer.</source>
        <translation>
            <numerusform>%n page was sent to the printer.</numerusform>
            <numerusform>%n pages were sent to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were printed to %1.</source>
        <translation>
            <numerusform>%n page was printed to %1.</numerusform>
            <numerusform>%n pages were printed to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::SupervisionWorkspace</name>
    <message numerus="yes">
        <source>%1: %n case(s).</source>
        <translation>
            <numerusform>%1: %n case.</numerusform>
            <numerusform>%1: %n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n could not be:</numerusform>
            <numerusform>%n could not be:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::TakingBack</name>
    <message numerus="yes">
        <source>%1: %n taken back.</source>
        <translation>
            <numerusform>%1: %n taken back.</numerusform>
            <numerusform>%1: %n taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can no longer be taken back:</source>
        <translation>
            <numerusform>%n can no longer be taken back:</numerusform>
            <numerusform>%n can no longer be taken back:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken back:</source>
        <translation>
            <numerusform>%n could not be taken back:</numerusform>
            <numerusform>%n could not be taken back:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::TriageBar</name>
    <message numerus="yes">
        <source>Register %n row(s)</source>
        <translation>
            <numerusform>Register %n row</numerusform>
            <numerusform>Register %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ctrl+Enter. %n row(s) that may be told of already are left.</source>
        <translation>
            <numerusform>Ctrl+Enter. %n row that may be told of already is left.</numerusform>
            <numerusform>Ctrl+Enter. %n rows that may be told of already are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be told of already</source>
        <translation>
            <numerusform>%n more may be told of already</numerusform>
            <numerusform>%n more may be told of already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::TriageForm</name>
    <message numerus="yes">
        <source>%n row(s) have a proposal</source>
        <translation>
            <numerusform>%n row has a proposal</numerusform>
            <numerusform>%n rows have a proposal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Class of %n row(s)</source>
        <translation>
            <numerusform>Class of %n row</numerusform>
            <numerusform>Class of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Place of %n row(s)</source>
        <translation>
            <numerusform>Place of %n row</numerusform>
            <numerusform>Place of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n row(s)</source>
        <translation>
            <numerusform>Merge %n row</numerusform>
            <numerusform>Merge %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refuse %n row(s)</source>
        <translation>
            <numerusform>Refuse %n row</numerusform>
            <numerusform>Refuse %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::TriageImport</name>
    <message numerus="yes">
        <source>%n of those taken have a number that was there already, with something else told under it.</source>
        <translation>
            <numerusform>%n of those taken has a number that was there already, with something else told under it.</numerusform>
            <numerusform>%n of those taken have a number that was there already, with something else told under it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::TriagePanel</name>
    <message numerus="yes">
        <source>Likely the same (%n)</source>
        <translation>
            <numerusform>Likely the same (%n)</numerusform>
            <numerusform>Likely the same (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Row %1, and %n more selected</source>
        <translation>
            <numerusform>Row %1, and %n more selected</numerusform>
            <numerusform>Row %1, and %n more selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::TriageRuns</name>
    <message numerus="yes">
        <source>%n ready row(s) may be told of already: merge them, or select one to register it.</source>
        <translation>
            <numerusform>%n ready row may be told of already: merge it, or select it to register it.</numerusform>
            <numerusform>%n ready rows may be told of already: merge them, or select one to register it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The user or the store has changed: %n row(s) had been done by then, the others were left as they are.</source>
        <translation>
            <numerusform>The user or the store has changed: %n row had been done by then, the others were left as they are.</numerusform>
            <numerusform>The user or the store has changed: %n rows had been done by then, the others were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready row(s) were left, for they may be told of already: merge them, or register each by itself.</source>
        <translation>
            <numerusform>%n ready row was left, for it may be told of already: merge it, or register it by itself.</numerusform>
            <numerusform>%n ready rows were left, for they may be told of already: merge them, or register each by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n row(s) were left as they are.</source>
        <translation>
            <numerusform>Stopped: %n row was left as it is.</numerusform>
            <numerusform>Stopped: %n rows were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n could not be:</numerusform>
            <numerusform>%n could not be:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected row(s) are not ready and were left as they are.</source>
        <translation>
            <numerusform>%n selected row is not ready and was left as it is.</numerusform>
            <numerusform>%n selected rows are not ready and were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) had no proposal and were left as they are.</source>
        <translation>
            <numerusform>%n row had no proposal and was left as it is.</numerusform>
            <numerusform>%n rows had no proposal and were left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::UnitsPanel</name>
    <message numerus="yes">
        <source>None of the %n chosen case(s) can be dispatched: %1.</source>
        <translation>
            <numerusform>The chosen case cannot be dispatched: %1.</numerusform>
            <numerusform>None of the %n chosen cases can be dispatched: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::WallLines</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::WallScreen</name>
    <message numerus="yes">
        <source>Burning: %n case(s)</source>
        <translation>
            <numerusform>Burning: %n case</numerusform>
            <numerusform>Burning: %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>today, usual: mean of %n working day(s)</source>
        <translation>
            <numerusform>today; usual: mean of %n working day</numerusform>
            <numerusform>today; usual: mean of %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>today, usual: mean of %n day(s) off</source>
        <translation>
            <numerusform>today; usual: mean of %n day off</numerusform>
            <numerusform>today; usual: mean of %n days off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Burning: %n case(s), the first %1 here</source>
        <translation>
            <numerusform>Burning: %n case, the first %1 here</numerusform>
            <numerusform>Burning: %n cases, the first %1 here</numerusform>
        </translation>
    </message>
</context>
</TS>

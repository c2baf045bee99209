<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Charts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>Evaluate each %n step(s)</source>
        <translation>
            <numerusform>Evaluate after every step</numerusform>
            <numerusform>Evaluate every %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save each %n step(s)</source>
        <translation>
            <numerusform>Save after every step</numerusform>
            <numerusform>Save every %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message numerus="yes">
        <source>%n check(s) passed.</source>
        <translation>
            <numerusform>%n check passed.</numerusform>
            <numerusform>%n checks passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stand(s) in the way or could be better.</source>
        <translation>
            <numerusform>%n stands in the way or could be better.</numerusform>
            <numerusform>%n stand in the way or could be better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could be better; that stops no run.</source>
        <translation>
            <numerusform>%n could be better; that stops no run.</numerusform>
            <numerusform>%n could be better; that stops no run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%n row(s) dropped</source>
        <translation>
            <numerusform>%n row dropped</numerusform>
            <numerusform>%n rows dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%n row added</numerusform>
            <numerusform>%n rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) changed</source>
        <translation>
            <numerusform>%n row changed</numerusform>
            <numerusform>%n rows changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::AnswerView</name>
    <message numerus="yes">
        <source>Seed %1, %n token(s) read</source>
        <translation>
            <numerusform>Seed %1, %n token read</numerusform>
            <numerusform>Seed %1, %n tokens read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::CasesView</name>
    <message numerus="yes">
        <source>%n message(s) before it</source>
        <translation>
            <numerusform>%n message before it</numerusform>
            <numerusform>%n messages before it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n case(s)</source>
        <translation>
            <numerusform>Imported %n case</numerusform>
            <numerusform>Imported %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n case(s)</source>
        <translation>
            <numerusform>Exported %n case</numerusform>
            <numerusform>Exported %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::CheckpointsCard</name>
    <message numerus="yes">
        <source>%n older one(s) on the disk</source>
        <translation>
            <numerusform>%n older one on the disk</numerusform>
            <numerusform>%n older ones on the disk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::CompareView</name>
    <message numerus="yes">
        <source>%1 of %n settings differ</source>
        <translation>
            <numerusform>%1 of %n setting differs</numerusform>
            <numerusform>%1 of %n settings differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation>
            <numerusform>Compare %n run</numerusform>
            <numerusform>Compare %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n data set</numerusform>
            <numerusform>%n data sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::ConversationPane</name>
    <message numerus="yes">
        <source>%n turn(s) left the conversation</source>
        <translation>
            <numerusform>%n turn left the conversation</numerusform>
            <numerusform>%n turns left the conversation</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::DatasetSection</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::DevicesCard</name>
    <message numerus="yes">
        <source>%1, %n core(s)</source>
        <translation>
            <numerusform>%1, %n core</numerusform>
            <numerusform>%1, %n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::DiskCard</name>
    <message numerus="yes">
        <source>%n checkpoint(s)</source>
        <translation>
            <numerusform>%n checkpoint</numerusform>
            <numerusform>%n checkpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::ExportPage</name>
    <message numerus="yes">
        <source>Exported %n file(s)</source>
        <translation>
            <numerusform>Exported %n file</numerusform>
            <numerusform>Exported %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) did not pass the gate</source>
        <translation>
            <numerusform>%n export did not pass the gate</numerusform>
            <numerusform>%n exports did not pass the gate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n target(s)</source>
        <translation>
            <numerusform>Export %n target</numerusform>
            <numerusform>Export %n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::HardwareStep</name>
    <message numerus="yes">
        <source>CPU, %n core(s)</source>
        <translation>
            <numerusform>CPU, %n core</numerusform>
            <numerusform>CPU, %n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n GPU(s)</source>
        <translation>
            <numerusform>There is %n GPU</numerusform>
            <numerusform>There are %n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::HomePage</name>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n data set</numerusform>
            <numerusform>%n data sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::ImportSection</name>
    <message numerus="yes">
        <source>%n row(s) looked at</source>
        <translation>
            <numerusform>%n row looked at</numerusform>
            <numerusform>%n rows looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
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
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::ListSection</name>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n data set</numerusform>
            <numerusform>%n data sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::ModelView</name>
    <message numerus="yes">
        <source>%n misfit(s)</source>
        <translation>
            <numerusform>%n misfit</numerusform>
            <numerusform>%n misfits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::PreflightList</name>
    <message numerus="yes">
        <source>%n finding(s) would stop the run.</source>
        <translation>
            <numerusform>One finding would stop the run.</numerusform>
            <numerusform>%n findings would stop the run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) worth a look. Nothing blocks the run.</source>
        <translation>
            <numerusform>One finding is worth a look. Nothing blocks the run.</numerusform>
            <numerusform>%n findings are worth a look. Nothing blocks the run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed</source>
        <translation>
            <numerusform>%n fixed</numerusform>
            <numerusform>%n fixed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::ProfileTab</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the rows looked at</source>
        <translation>
            <numerusform>%n of the rows looked at</numerusform>
            <numerusform>%n of the rows looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipeModel</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::RecipePanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::RowModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunActs</name>
    <message numerus="yes">
        <source>Archived %n run(s)</source>
        <translation>
            <numerusform>Archived %n run</numerusform>
            <numerusform>Archived %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought back %n run(s)</source>
        <translation>
            <numerusform>Brought back %n run</numerusform>
            <numerusform>Brought back %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n run(s)</source>
        <translation>
            <numerusform>Deleted %n run</numerusform>
            <numerusform>Deleted %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::RunList</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::SamplesTab</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::SettingsPanel</name>
    <message numerus="yes">
        <source>%n model(s) in memory, %1</source>
        <translation>
            <numerusform>%n model in memory, %1</numerusform>
            <numerusform>%n models in memory, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::SettingsStep</name>
    <message numerus="yes">
        <source>%1, %n epoch(s)</source>
        <translation>
            <numerusform>%1, %n epoch</numerusform>
            <numerusform>%1, %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::SourceCard</name>
    <message numerus="yes">
        <source>%1, then %n more</source>
        <translation>
            <numerusform>%1, then %n more</numerusform>
            <numerusform>%1, then %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::TableTab</name>
    <message numerus="yes">
        <source>Changed %n cell(s)</source>
        <translation>
            <numerusform>Changed %n cell</numerusform>
            <numerusform>Changed %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dropped %n row(s)</source>
        <translation>
            <numerusform>Dropped %n row</numerusform>
            <numerusform>Dropped %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) match</source>
        <translation>
            <numerusform>%n row matches</numerusform>
            <numerusform>%n rows match</numerusform>
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
        <source>%n row(s) copied as JSON lines</source>
        <translation>
            <numerusform>%n row copied as JSON lines</numerusform>
            <numerusform>%n rows copied as JSON lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::TargetCard</name>
    <message numerus="yes">
        <source>%n type(s)</source>
        <translation>
            <numerusform>%n type</numerusform>
            <numerusform>%n types</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::TextReader</name>
    <message numerus="yes">
        <source>row %1 · %n character(s)</source>
        <translation>
            <numerusform>row %1 · %n character</numerusform>
            <numerusform>row %1 · %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::TimeCard</name>
    <message numerus="yes">
        <source>Evaluation, %n time(s)</source>
        <translation>
            <numerusform>Evaluation, %n time</numerusform>
            <numerusform>Evaluation, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::TrainPage</name>
    <message numerus="yes">
        <source>%n key(s) of %1 have no counterpart and are left out</source>
        <translation>
            <numerusform>%n key of %1 has no counterpart and is left out</numerusform>
            <numerusform>%n keys of %1 have no counterpart and are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::pages::VersionsPanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::shell::BellButton</name>
    <message numerus="yes">
        <source>Notifications: %n new</source>
        <translation>
            <numerusform>Notifications: %n new</numerusform>
            <numerusform>Notifications: %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::shell::ProjectMenu</name>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n data set</numerusform>
            <numerusform>%n data sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::shell::StatusLine</name>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anneal::shell::TrayButton</name>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n job failed</numerusform>
            <numerusform>%n jobs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
</TS>

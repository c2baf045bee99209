// What an export asks of the engine and reads from its answer.

#include <QAbstractItemModelTester>
#include <QtTest>

#include "catalogue/export_size.h"
#include "pages/export/export_plan.h"
#include "pages/export/export_record.h"
#include "pages/export/gguf_table.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

models::ModelChoice runChoice() {
    models::ModelChoice choice;
    choice.kind = models::ModelChoice::Kind::run;
    choice.name = u"clauses lora16"_s;
    choice.run = u"r1"_s;
    choice.runFolder = "/home/a b/runs/clauses lora16";
    choice.reference = choice.runFolder;
    choice.base = "/models/base";
    choice.adapter = true;
    return choice;
}

/// Shapes of a Llama of 8 billion parameters.
catalogue::ModelConfig large() {
    catalogue::ModelConfig config;
    config.vocabSize = 128'256;
    config.hiddenSize = 4096;
    config.intermediateSize = 14'336;
    config.layers = 32;
    config.heads = 32;
    config.kvHeads = 8;
    config.headDim = 128;
    return config;
}

bool isWithin(std::uint64_t bytes, double expected, double share) { return std::abs(double(bytes) - expected) <= share * expected; }

class ExportValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void each_target_is_one_question_and_types_go_together() {
        ExportPlan plan;
        plan.targets.clear();
        for (const auto target : {Target::gguf, Target::folder, Target::adapter}) plan.set(target, true);
        plan.types = {u"Q8_0"_s, u"Q4_K_M"_s};
        plan.dtype = u"bfloat16"_s;
        plan.folder = "/out";
        const auto parts = partsOf(plan, runChoice());
        QCOMPARE(parts.size(), 3u);
        QCOMPARE(parts[0].arguments,
                 (Json{{"run", runChoice().runFolder}, {"step", ""}, {"to", "hf"}, {"out", "/out/hf"}, {"dtype", "bfloat16"}}));
        QCOMPARE(parts[2].arguments["quant"].get<std::string>(), "Q8_0,Q4_K_M");
        QCOMPARE(plan.count(), 4);
    }

    void a_checkpoint_is_asked_for_by_its_step() {
        auto choice = runChoice();
        choice.point = models::ModelChoice::Point::best;
        choice.step = 200;
        ExportPlan plan{.types = {u"F16"_s}, .folder = "/out"};
        QCOMPARE(partsOf(plan, choice)[0].arguments["step"].get<std::string>(), "200");
    }

    void a_base_model_offers_no_adapter() {
        auto choice = runChoice();
        choice.kind = models::ModelChoice::Kind::base;
        choice.adapter = false;
        ExportPlan plan{.targets = {Target::adapter}, .folder = "/out"};
        QVERIFY(partsOf(plan, choice).empty());
    }

    void the_command_says_the_same_and_can_be_pasted() {
        ExportPlan plan{.types = {u"Q8_0"_s}, .folder = "/out"};
        QCOMPARE(commandsOf(plan, runChoice()),
                 QStringList{u"anneal export '/home/a b/runs/clauses lora16' --to gguf --out /out/gguf --quant Q8_0"_s});
        QCOMPARE(quoted(u"it's"_s), u"'it'\\''s'"_s);
    }

    void a_plan_is_kept_whole() {
        ExportPlan plan{.targets = {Target::folder, Target::gguf}, .types = {u"Q8_0"_s}, .dtype = u"float16"_s, .folder = "/out"};
        const auto back = ExportPlan::fromJson(plan.json());
        QCOMPARE(back.json(), plan.json());
    }

    // The files of Llama 3 8B that are in use: F16 16.07 GB, Q8_0 8.54 GB, Q6_K 6.60 GB, Q5_K_M 5.73 GB, Q4_K_M 4.92 GB, Q3_K_M 4.02 GB,
    // Q2_K 3.18 GB.
    void forecasts_of_a_large_model_are_within_a_hundredth_of_the_files_in_use() {
        const std::vector<std::pair<const char*, double>> known{{"F16", 16.07e9},   {"Q8_0", 8.54e9},   {"Q6_K", 6.60e9},
                                                                {"Q5_K_M", 5.73e9}, {"Q4_K_M", 4.92e9}, {"Q3_K_M", 4.02e9},
                                                                {"Q2_K", 3.18e9}};
        for (const auto& [type, bytes] : known) {
            const auto forecast = catalogue::ggufBytes(large(), type);
            QVERIFY2(isWithin(forecast, bytes, 0.01),
                     qPrintable(u"%1: %2 for %3"_s.arg(QString::fromLatin1(type)).arg(forecast).arg(bytes)));
        }
    }

    void small_models_and_those_that_blocks_do_not_divide_are_given_eight_bits() {
        QCOMPARE(recommendedType(large()), u"Q4_K_M"_s);
        auto odd = large();
        odd.hiddenSize = 4000;
        QVERIFY(catalogue::fallsBack(odd, "Q4_K_M"));
        QCOMPARE(recommendedType(odd), u"Q8_0"_s);
        auto small = large();
        small.layers = 2;
        QCOMPARE(recommendedType(small), u"Q8_0"_s);
    }

    void the_table_of_types_checks_and_tells() {
        GgufTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setConfig(large());
        QCOMPARE(table.recommended(), u"Q4_K_M"_s);
        QSignalSpy chosen(&table, &GgufTable::chosenChanged);
        QVERIFY(table.setData(table.index(2, GgufTable::type), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(table.types(), QStringList{u"Q8_0"_s});
        QCOMPARE(chosen.size(), 1);
        ExportRecord record;
        record.target = Target::gguf;
        record.type = u"Q8_0"_s;
        record.bytes = 1 << 30;
        record.meanKl = 0.0004;
        record.sameTopToken = 0.998;
        table.setMeasured({record});
        QCOMPARE(table.index(2, GgufTable::size).data().toString(), u"1.0 GiB"_s);
        QCOMPARE(table.index(2, GgufTable::divergence).data().toString(), u"0.0004"_s);
    }

    void what_the_engine_answers_becomes_records() {
        const auto answer = Json::parse(
            R"({"files":[{"path":"/out/a-Q8_0.gguf","bytes":12,"sha256":"aa"},{"path":"/out/a-Q4_K_M.gguf.rejected","bytes":7,"sha256":"bb"}],
          "artefacts":[{"path":"/out/a-Q8_0.gguf","type":"Q8_0","bytes":12,"gate":{"passed":true,"compared":10,"top1_agreement":0.9,"kl_mean":0.01,"checks":[
            {"name":"structure","passed":true,"measured":"mean KL 0.0015","bound":"≤ 0.003"}]}},
          {"path":"/out/a-Q4_K_M.gguf.rejected","type":"Q4_K_M","bytes":7,"gate":{"passed":false,"compared":10,"top1_agreement":null,"kl_mean":null,"checks":[
            {"name":"quality","passed":false,"measured":"mean KL nan","bound":"≤ 0.2"}]}}],"samples":"s"})");
        const auto records = recordsOf(answer, Target::gguf, runChoice());
        QCOMPARE(records.size(), 2u);
        QCOMPARE(records[0].sha256, u"aa"_s);
        QCOMPARE(usedShare(records[0].checks[0]), std::optional(0.5));
        QVERIFY(!records[0].failed());
        QCOMPARE(records[1].sha256, u"bb"_s);
        QVERIFY(records[1].failed());
        QVERIFY(std::isnan(records[1].meanKl));
        QVERIFY(!failureAdvice(records[1].failed()->name).isEmpty());
        const auto back = ExportRecord::fromJson(records[0].json());
        QCOMPARE(back.json(), records[0].json());
    }
};

}  // namespace
}  // namespace anneal::pages

QTEST_GUILESS_MAIN(anneal::pages::ExportValuesTest)
#include "export_values_test.moc"

// Export with the real engine on the demo's base model: $ANNEAL_ENGINE names it; without it there is nothing to test.

#include <QPushButton>

#include "catalogue/export_size.h"
#include "pages/export/export_record.h"
#include "widgets/window/audit.h"
#include "widgets/window/window_fixture.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

constexpr int kPatienceMs = 900'000;  // the gate compares thousands of positions, on a busy machine too

class ExportEngineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("ANNEAL_ENGINE")) QSKIP("$ANNEAL_ENGINE names no engine");
    }

    void the_demo_model_becomes_files_of_the_forecast_sizes_that_pass_their_gate() {
        test::TemporaryHome home;
        home.registerBase();
        test::OpenWindow open;
        auto& page = open.page(u"export"_s);
        const auto types = QStringList{u"F16"_s, u"Q8_0"_s, u"Q4_K_M"_s};
        page.restoreState(
            {{u"plan"_s, QJsonObject{{u"targets"_s, QJsonArray{u"gguf"_s}}, {u"types"_s, QJsonArray::fromStringList(types)}}}});
        page.activate();
        QVERIFY(QTest::qWaitFor([&] { return !test::wordsShown(open.window()).filter(u"≈"_s).isEmpty(); }, 30'000));
        test::click(open.window(), u"Export"_s);
        const auto documents = [&] { return open.services().documents.list(u"export"_s); };
        QVERIFY(QTest::qWaitFor([&] { return documents().size() == types.size(); }, kPatienceMs));
        const auto config = catalogue::ModelConfig::read(ANNEAL_SOURCE_DIR "/resources/demo/base").value();
        for (const auto& document : documents()) {
            const auto record = pages::ExportRecord::fromJson(document.body);
            QVERIFY2(record.passed, qPrintable(record.type));
            for (const auto& check : record.checks) QVERIFY2(!pages::checkMeaning(check.name).isEmpty(), qPrintable(check.name));
            const auto forecast = double(catalogue::ggufBytes(config, record.type.toStdString()));
            QVERIFY2(std::abs(forecast - double(record.bytes)) <= 0.03 * double(record.bytes),
                     qPrintable(u"%1: %2, forecast %3"_s.arg(record.type).arg(record.bytes).arg(forecast)));
        }
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ExportEngineTest)
#include "export_engine_test.moc"

// The page Models as people use it: looking, filtering, adding folders, trying tokenizers, and fetching from a server that has troubles.

#include <QAbstractButton>
#include <QMimeData>

#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "base/offline.h"
#include "controls/token_view.h"
#include "pages/models/model_download.h"
#include "widgets/window/audit.h"
#include "widgets/window/model_server.h"
#include "widgets/window/shots.h"
#include "widgets/window/watchdog.h"
#include "widgets/window/window_fixture.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

namespace fs = std::filesystem;
using test::ModelServer;
using test::OpenWindow;

constexpr auto kLongestWait = std::chrono::milliseconds(50);
const auto kRemote = u"deepseek-ai/deepseek-coder-1.3b-base"_s;
const auto kRemoteCard = u"deepseek-coder-1.3b-base"_s;

QString demoBase() { return QStringLiteral(ANNEAL_SOURCE_DIR "/resources/demo/base"); }

bool says(QWidget& root, const QString& text) {
    const auto words = test::wordsShown(root);
    return std::ranges::any_of(words, [&](const auto& each) { return each.contains(text); });
}

bool shows(QWidget& root, const QString& name) { return test::wordsShown(root).contains(name); }

QWidget* called(QWidget& root, const QString& name) {
    for (auto* widget : root.findChildren<QWidget*>())
        if (widget->isVisible() && widget->accessibleName() == name && widget->focusPolicy() != Qt::NoFocus) return widget;
    return nullptr;
}

void drop(QWidget& window, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPointF at(700, 400);
    QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY2(enter.isAccepted(), "the window does not take it");
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { home_ = std::make_unique<test::TemporaryHome>(); }
    void cleanup() { home_.reset(); }

    void models_stand_in_groups_and_are_filtered() {
        home_->registerBase();
        OpenWindow open;
        test::Watchdog watchdog;
        auto& page = open.page(u"models"_s);
        QVERIFY(test::comes([&] { return shows(page, u"demo-base"_s); }));
        QVERIFY(shows(page, u"On this machine"_s));
        QVERIFY(shows(page, u"DeepSeek text models"_s));
        QVERIFY(shows(page, kRemoteCard));
        typeInto(page, u"Filter models"_s, u"coder-1.3b-b"_s);
        QVERIFY(shows(page, kRemoteCard) && !shows(page, u"demo-base"_s) && !shows(page, u"On this machine"_s));
        typeInto(page, u"Filter models"_s, u"Chinese"_s);
        QVERIFY(shows(page, kRemoteCard) && !shows(page, u"demo-base"_s));
        typeInto(page, u"Filter models"_s, u"no such model"_s);
        QVERIFY(shows(page, u"No model is like that"_s));
        test::click(page, u"Clear the filter"_s);
        QVERIFY(shows(page, u"demo-base"_s) && shows(page, kRemoteCard));
        QVERIFY2(watchdog.longestWait() < kLongestWait, "the event loop was kept waiting");
    }

    void a_card_says_what_fits_and_why() {
        home_->registerBase();
        OpenWindow open;
        auto& page = open.page(u"models"_s);
        QVERIFY(test::comes([&] { return shows(page, u"demo-base"_s); }));
        const auto small = called(page, u"demo-base"_s)->accessibleDescription();
        QVERIFY2(small.contains(u"LoRA fits: Takes about"_s) && small.contains(u"Full fits: Takes about"_s), qPrintable(small));
        const auto large = called(page, u"deepseek-coder-33b-base"_s)->accessibleDescription();
        QVERIFY2(large.contains(u"Full is too large: Takes about"_s), qPrintable(large));
    }

    void a_folder_is_added_by_drop_and_one_that_does_not_fit_is_explained() {
        OpenWindow open;
        auto& page = open.page(u"models"_s);
        QVERIFY(test::comes([&] { return shows(page, kRemoteCard); }));
        drop(open.window(), demoBase());
        QVERIFY(test::comes([&] { return shows(open.window(), u"Added base"_s) && shows(page, u"base"_s); }));
        const auto broken = home_->path() / "broken";
        fs::copy(demoBase().toStdString(), broken);
        auto config = *base::readJson(broken / "config.json");
        config["intermediate_size"] = config["intermediate_size"].get<int>() * 2;
        std::ofstream(broken / "config.json") << config.dump();
        drop(open.window(), QString::fromStdString(broken.string()));
        QVERIFY(test::comes([&] { return says(open.window(), u"mlp."_s) && says(open.window(), u"shape"_s); }));
        QCOMPARE(open.services().models.all().size(), std::size_t(1));
    }

    void a_model_shows_its_configuration_template_and_tokens() {
        home_->registerBase();
        OpenWindow open;
        auto& page = open.page(u"models"_s);
        QVERIFY(test::comes([&] { return shows(page, u"demo-base"_s); }));
        test::click(page, u"demo-base"_s);
        QCOMPARE(page.place(), u"demo-base"_s);
        QVERIFY(shows(page, u"Configuration"_s) && shows(page, u"512"_s));
        QVERIFY(test::comes([&] { return shows(page, u"All fits"_s); }));
        turn(page, u"Template"_s);
        auto* exchange = qobject_cast<controls::TokenView*>(called(page, u"Tokens of the exchange"_s));
        QVERIFY(exchange && exchange->toPlainText().contains(u"What is annealing?"_s));
        turn(page, u"Tokenizer"_s);
        typeInto(page, u"Text"_s, u"Hello"_s);
        QVERIFY(test::comes([&] { return says(page, u"5 characters"_s); }));
        auto* tokens = qobject_cast<controls::TokenView*>(called(page, u"Tokens of the text"_s));
        QCOMPARE(tokens->toPlainText(), u"Hello"_s);
        QTest::mouseClick(tokens->viewport(), Qt::LeftButton, {}, tokens->cursorRect(QTextCursor(tokens->document())).center());
        QVERIFY(test::comes([&] { return says(page, u"Token 1: id "_s); }));
    }

    void a_model_is_forgotten_and_taken_back() {
        home_->registerBase();
        OpenWindow open;
        auto& page = open.page(u"models"_s, u"demo-base"_s);
        QVERIFY(test::comes([&] { return shows(page, u"Forget"_s); }));
        test::click(page, u"Forget"_s);
        QVERIFY(test::comes([&] { return open.services().models.all().empty() && shows(page, kRemoteCard); }));
        QVERIFY(fs::exists(demoBase().toStdString()));
        test::click(open.window(), u"Undo"_s);
        QVERIFY(test::comes([&] { return shows(page, u"demo-base"_s); }));
    }

    void a_new_run_begins_from_the_model_that_shows() {
        home_->registerBase();
        OpenWindow open;
        auto& page = open.page(u"models"_s, u"demo-base"_s);
        QVERIFY(test::comes([&] { return shows(page, u"New run"_s); }));
        test::click(page, u"New run"_s);
        QTest::qWait(400);
        const auto drafts = open.services().documents.list(u"run_draft"_s);
        QCOMPARE(drafts.size(), 1);
        QVERIFY(drafts.front().body[u"keys"_s].toObject()[u"model_name_or_path"_s].toString().endsWith(u"demo/base"_s));
    }

    void the_page_is_used_by_keyboard_and_its_place_outlives_a_restart() {
        home_->registerBase();
        {
            OpenWindow open;
            auto& page = open.page(u"models"_s);
            QVERIFY(test::comes([&] { return shows(page, u"demo-base"_s); }));
            test::press(open.window(), Qt::Key_F, Qt::ControlModifier);
            test::type(open.window(), u"demo"_s);
            for (int i = 0; i < 20 && QApplication::focusWidget()->accessibleName() != u"demo-base"_s; ++i)
                test::press(open.window(), Qt::Key_Tab);
            test::press(open.window(), Qt::Key_Return);
            QCOMPARE(page.place(), u"demo-base"_s);
        }
        OpenWindow open;
        auto& page = open.page(u"models"_s);
        QVERIFY(test::comes([&] { return page.place() == u"demo-base"_s && shows(page, u"All fits"_s); }));
    }

    void a_model_is_fetched_over_a_connection_that_breaks() {
        ModelServer server(demoBase(), kRemote);
        server.setTrouble(ModelServer::Trouble::cuts);
        OpenWindow open;
        test::Watchdog watchdog;
        auto& page = fetch(open, server);
        QVERIFY(test::comes([&] { return open.services().models.find(kRemote) != nullptr; }));
        QVERIFY2(watchdog.longestWait() < kLongestWait, "the event loop was kept waiting");
        QVERIFY(test::comes([&] { return shows(page, u"On this machine"_s) && shows(page, u"All fits"_s); }));
        const auto parts = server.asked().filter(u"model.safetensors"_s);
        QCOMPARE(parts.size(), 2);
        QVERIFY2(parts.back().contains(u"bytes="_s) && !parts.back().endsWith(u"=0-"_s), qPrintable(parts.back()));
        const auto folder = pages::downloadFolder(kRemote.toStdString());
        QCOMPARE(bytesOf(folder / "model.safetensors"), bytesOf(fs::path(demoBase().toStdString()) / "model.safetensors"));
        for (const auto& entry : fs::directory_iterator(folder)) QVERIFY(entry.path().extension() != ".part");
    }

    void a_download_is_cancelled_and_goes_on_where_it_was_after_a_restart() {
        ModelServer server(demoBase(), kRemote);
        server.setTrouble(ModelServer::Trouble::stalls);
        const auto part = pages::downloadFolder(kRemote.toStdString()) / "model.safetensors.part";
        {
            OpenWindow open;
            auto& page = fetch(open, server);
            QVERIFY(test::comes([&] { return bytesOf(part).size() > 1 << 20; }));
            test::click(page, u"Cancel"_s);
            QVERIFY(test::comes([&] { return says(page, u"are here already"_s); }));
        }
        server.setTrouble(ModelServer::Trouble::none);
        OpenWindow open;
        auto& page = open.page(u"models"_s, kRemote);
        QVERIFY(test::comes([&] { return says(page, u"are here already"_s); }));
        pressDownload(page);  // the address is still there
        QVERIFY(test::comes([&] { return open.services().models.find(kRemote) != nullptr; }));
        QVERIFY(server.asked().back().startsWith(u"model.safetensors bytes="_s));
    }

    void a_download_that_cannot_be_says_why_data() {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QString>("why");
        using enum ModelServer::Trouble;
        QTest::addRow("other bytes than listed") << int(changes) << u"its SHA-256 differs"_s;
        QTest::addRow("a licence to accept") << int(refuses) << u"does not give"_s;
        QTest::addRow("an error of the server") << int(fails) << u"does not answer"_s;
    }
    void a_download_that_cannot_be_says_why() {
        QFETCH(int, trouble);
        QFETCH(QString, why);
        ModelServer server(demoBase(), kRemote);
        server.setTrouble(ModelServer::Trouble(trouble));
        OpenWindow open;
        fetch(open, server);
        QVERIFY(test::comes([&] { return says(open.window(), why); }));
        QVERIFY(!open.services().models.find(kRemote));
    }

    void nothing_is_fetched_offline() {
        ModelServer server(demoBase(), kRemote);
        OpenWindow open;
        QVERIFY(base::setOffline(true).has_value());
        fetch(open, server);
        QVERIFY(test::comes([&] { return says(open.window(), u"set to stay offline"_s); }));
        QVERIFY(server.asked().isEmpty());
        QVERIFY(base::setOffline(false).has_value());
    }

    void a_listing_never_leads_out_of_the_folder() {
        const auto files = pages::filesOfListing(
            R"([{"type":"file","path":"../config.json","size":1},{"type":"file","path":"a/config.json","size":1},)"
            R"({"type":"file","path":"model.safetensors","size":5,"lfs":{"oid":"ab","size":7}},{"type":"file","path":"run.py","size":1}])");
        QVERIFY(files.has_value());
        QCOMPARE(files->size(), std::size_t(1));
        QCOMPARE(files->front().path, std::string("model.safetensors"));
        QCOMPARE(files->front().bytes, std::uint64_t(7));
        QCOMPARE(pages::filesOfListing(R"([{"type":"file","path":"config.json","size":1}])").error().code, std::string("weights_missing"));
        QCOMPARE(pages::filesOfListing("<html>").error().code, std::string("download_invalid"));
    }

    void the_page_is_pictured_and_whole_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("tab");
        QTest::addRow("models") << QString() << QString();
        QTest::addRow("models-one") << u"demo-base"_s << u"Overview"_s;
        QTest::addRow("models-template") << u"demo-base"_s << u"Template"_s;
        QTest::addRow("models-tokenizer") << u"demo-base"_s << u"Tokenizer"_s;
        QTest::addRow("models-remote") << kRemote << QString();
    }
    void the_page_is_pictured_and_whole() {
        QFETCH(QString, place);
        QFETCH(QString, tab);
        home_->registerBase();
        OpenWindow open;
        auto& page = open.page(u"models"_s, place);
        QVERIFY(test::comes([&] { return shows(page, place.isEmpty() ? kRemoteCard : u"Configuration"_s); }));
        if (!tab.isEmpty()) {
            QVERIFY(test::comes([&] { return shows(page, u"All fits"_s); }));
            turn(page, tab);
        }
        QTest::qWait(400);
        const auto complaints = test::shoot(open, QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

private:
    static void typeInto(QWidget& root, const QString& name, const QString& text) {
        auto* field = called(root, name);
        QVERIFY2(field, qPrintable(name));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QCoreApplication::processEvents();
    }

    static void turn(QWidget& root, const QString& tab) {
        for (auto* tabs : root.findChildren<QTabBar*>())
            for (int i = 0; i < tabs->count(); ++i)
                if (tabs->isVisible() && tabs->tabText(i) == tab)
                    return QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
        QFAIL(qPrintable(u"no tab is called "_s + tab));
    }

    static void pressDownload(QWidget& page) {
        if (auto* button = test::findShown(page, u"Download"_s, "QAbstractButton")) test::click(*button);
    }

    static pages::Page& fetch(OpenWindow& open, const ModelServer& server) {
        auto& page = open.page(u"models"_s, kRemote);
        if (!test::comes([&] { return called(page, u"Address of the server"_s); })) QTest::qFail("no address", __FILE__, __LINE__);
        typeInto(page, u"Address of the server"_s, server.address());
        pressDownload(page);
        return page;
    }

    static QByteArray bytesOf(const fs::path& path) {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<test::TemporaryHome> home_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ModelsTest)
#include "models_test.moc"

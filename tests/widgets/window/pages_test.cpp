// Every page as people see it, in every scheme, language and size.

#include "widgets/window/shots.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

class PagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        home_.furnish();
        open_ = std::make_unique<test::OpenWindow>();
    }
    void cleanupTestCase() { open_.reset(); }

    void every_page_is_pictured_and_whole_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("place");
        for (const auto& info : open_->window().pages().infos()) {
            if (info.id != u"system"_s) QTest::addRow("%s", qPrintable(info.id)) << info.id << QString();
        }
        for (const auto& place : {u"doctor"_s, u"hardware"_s, u"storage"_s, u"general"_s, u"shortcuts"_s, u"licences"_s})
            QTest::addRow("system-%s", qPrintable(place)) << u"system"_s << place;
    }
    void every_page_is_pictured_and_whole() {
        QFETCH(QString, page);
        QFETCH(QString, place);
        open_->page(page, place);
        QTest::qWait(800);
        const auto complaints = test::shoot(*open_, QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

private:
    test::TemporaryHome home_;
    std::unique_ptr<test::OpenWindow> open_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::PagesTest)
#include "pages_test.moc"

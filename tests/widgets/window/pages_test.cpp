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
        for (const auto& info : open_->window().pages().infos()) QTest::addRow("%s", qPrintable(info.id)) << info.id;
    }
    void every_page_is_pictured_and_whole() {
        QFETCH(QString, page);
        open_->page(page);
        const auto complaints = test::shoot(*open_, page);
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

// Pictures of every kind of chart in every scheme and scale, for people to look at beside the design.

#include "widgets/charts/pages.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

const std::array kPages{std::pair{"run", &test::makeRunPage}, std::pair{"compare", &test::makeComparePage},
                        std::pair{"kinds", &test::makeKindsPage}, std::pair{"counts", &test::makeCountsPage},
                        std::pair{"faces", &test::makeFacesPage}};

class GalleryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_page_is_pictured_in_every_scheme_and_scale() {
        for (const auto& [choice, scheme] : test::kChoices) {
            theme::Theme::current().choose(choice);
            for (const auto& [name, make] : kPages) {
                const std::unique_ptr<QWidget> page(make());
                page->show();
                QTest::qWait(20);
                if (auto* loss = page->findChild<charts::Chart*>(u"loss"_s)) loss->readAt(910);
                for (const qreal scale : {1.0, 1.25, 1.5, 2.0}) {
                    const auto suffix = scale == 1 ? QString() : u"@%1x"_s.arg(scale);
                    test::keepPicture(test::picture(*page, scale),
                                      u"charts-%1-%2%3.png"_s.arg(QLatin1StringView(name), QLatin1StringView(scheme), suffix));
                }
            }
        }
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::GalleryTest)
#include "gallery_test.moc"

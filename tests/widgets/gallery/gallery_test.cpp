// Pictures of every control in every scheme and scale, for people to look at beside the design.

#include "widgets/gallery/parts_page.h"

#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

class GalleryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_page_is_pictured_in_every_scheme_and_scale() {
        const std::array pages{std::pair{"parts", &test::makePartsPage}, std::pair{"rows", &test::makeRowsPage},
                               std::pair{"floats", &test::makeFloatsPage}};
        for (const auto& [choice, scheme] : test::kChoices) {
            theme::Theme::current().choose(choice);
            for (const auto& [name, make] : pages) {
                const std::unique_ptr<QWidget> page(make());
                page->show();
                for (const qreal scale : {1.0, 1.25, 1.5, 2.0}) {
                    const auto suffix = scale == 1 ? QString() : u"@%1x"_s.arg(scale);
                    test::keepPicture(test::picture(*page, scale),
                                      u"%1-%2%3.png"_s.arg(QLatin1StringView(name), QLatin1StringView(scheme), suffix));
                }
            }
        }
    }

    void the_list_of_a_combo_box_is_pictured() {
        for (const auto& [choice, scheme] : test::kChoices) {
            theme::Theme::current().choose(choice);
            QComboBox combo;
            combo.addItems({u"Cosine"_s, u"Linear"_s, u"Constant"_s, u"Warm-up, stable, decay"_s});
            combo.resize(220, combo.sizeHint().height());
            combo.show();
            combo.showPopup();
            combo.view()->setCurrentIndex(combo.model()->index(1, 0));
            test::keepPicture(test::picture(*combo.view()->window(), 2), u"combo-%1@2x.png"_s.arg(QLatin1StringView(scheme)));
        }
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::GalleryTest)
#include "gallery_test.moc"

// Pictures of every control in every scheme and scale, for people to look at beside the design.

#include "widgets/gallery/parts_page.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QToolTip>

#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

const std::array kPages{std::pair{"parts", &test::makePartsPage}, std::pair{"rows", &test::makeRowsPage},
                        std::pair{"floats", &test::makeFloatsPage}};

/// Parts of other widgets, which speak for them.
bool isInner(const QWidget& widget) {
    return widget.objectName().startsWith(u"qt_"_s) || widget.inherits("QLineEditIconButton") || widget.inherits("QHeaderView") ||
           qobject_cast<QAbstractSpinBox*>(widget.parentWidget()) || qobject_cast<QComboBox*>(widget.parentWidget()) ||
           widget.window()->inherits("QComboBoxPrivateContainer");
}

class GalleryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatever_takes_the_focus_has_a_name() {
        for (const auto& [page, make] : kPages) {
            const std::unique_ptr<QWidget> shown(make());
            int named = 0;
            for (auto* widget : shown->findChildren<QWidget*>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(shown.get()) || isInner(*widget)) continue;
                const auto* spoken = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(u"%1: %2"_s.arg(QLatin1StringView(page), QLatin1StringView(widget->metaObject()->className()))));
                ++named;
            }
            QVERIFY(named > 3);
        }
    }

    void every_page_is_pictured_in_every_scheme_and_scale() {
        for (const auto& [choice, scheme] : test::kChoices) {
            theme::Theme::current().choose(choice);
            for (const auto& [name, make] : kPages) {
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

    void a_tool_tip_is_pictured() {
        for (const auto& [choice, scheme] : test::kChoices) {
            theme::Theme::current().choose(choice);
            QToolTip::showText(QPoint(100, 100), u"Needs 84 GiB on each device, and 48 are there"_s);
            for (auto* window : QApplication::topLevelWidgets())
                if (window->inherits("QTipLabel"))
                    test::keepPicture(test::picture(*window, 2), u"tip-%1@2x.png"_s.arg(QLatin1StringView(scheme)));
            QToolTip::hideText();
            QTRY_VERIFY(!QToolTip::isVisible());
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

#include "widgets/window/window_fixture.h"

#include <QAbstractButton>
#include <QLabel>

namespace anneal::test {
namespace {

constexpr QSize kUsual{1440, 900};
constexpr int kPatienceMs = 60'000;

bool isCalled(const QWidget& widget, const QString& text) {
    if (widget.accessibleName() == text) return true;
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) return button->text() == text;
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) return label->text() == text;
    return false;
}

bool liesOnTop(const QWidget& widget) {
    const auto* window = widget.window();
    const auto* hit = window->childAt(widget.mapTo(window, widget.rect().center()));
    return hit == &widget || widget.isAncestorOf(hit);
}

QWidget& focused(QWidget& window) { return window.focusWidget() ? *window.focusWidget() : window; }

}  // namespace

StrayWindows::StrayWindows() { qApp->installEventFilter(this); }

bool StrayWindows::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::Show || !object->isWidgetType()) return false;
    const auto* widget = static_cast<QWidget*>(object);
    const bool meant = qobject_cast<const shell::Window*>(widget) || widget->windowType() != Qt::Window || widget->inherits("QDialog");
    if (!widget->isWindow() || meant) return false;
    QStringList inside;
    for (const auto* child : widget->findChildren<QWidget*>()) inside << child->accessibleName();
    const auto what = QStringLiteral("%1 \"%2\" (%3) is shown as a window of its own")
                          .arg(QLatin1StringView(widget->metaObject()->className()), widget->accessibleName(), inside.join(u' '));
    QTest::qFail(qPrintable(what), __FILE__, __LINE__);
    return false;
}

OpenWindow::OpenWindow(Welcome welcome) {
    if (welcome == Welcome::past) services().settings.setWelcomed();
    services().settings.setLanguage(QStringLiteral("en"));
    window().restore();
    window().resize(kUsual);
    window().show();
    window().activateWindow();
    if (!QTest::qWaitForWindowActive(&window())) qWarning("the window does not come up");
    const bool read = comes([this] {
        const auto& s = services();
        return s.runs.isReady() && s.datasets.isReady() && s.models.isReady() && s.gauges.last();
    });
    if (!read) qWarning("the window does not read its home");
    QTest::qWait(theme::duration(theme::Motion::progressTickMs) + 50);
}

OpenWindow::~OpenWindow() { window().close(); }

pages::Page& OpenWindow::page(const QString& id, const QString& place) {
    window().go(id, place);
    QCoreApplication::processEvents();
    return *window().pages().made(id);
}

void OpenWindow::speak(const QString& language) {
    services().settings.setLanguage(language);
    for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
}

QWidget* findShown(QWidget& root, const QString& text, const char* className) {
    QList<QWidget*> found;
    for (auto* widget : root.findChildren<QWidget*>())
        if (widget->isVisible() && widget->inherits(className) && isCalled(*widget, text)) found << widget;
    for (auto* widget : found)
        if (liesOnTop(*widget)) return widget;
    if (!found.isEmpty()) return found.first();
    QTest::qFail(qPrintable(QStringLiteral("nothing shown is called \"%1\"").arg(text)), __FILE__, __LINE__);
    return nullptr;
}

void click(QWidget& widget) {
    QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.rect().center());
    QCoreApplication::processEvents();
}

void click(QWidget& root, const QString& text) {
    if (auto* widget = findShown(root, text)) click(*widget);
}

void doubleClick(QAbstractItemView& view, const QPoint& at) {
    // QTest's double click is the second press alone.
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
    QCoreApplication::processEvents();
}

void type(QWidget& window, const QString& text) {
    QTest::keyClicks(&focused(window), text);
    QCoreApplication::processEvents();
}

void press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(&focused(window), key, modifiers);
    QCoreApplication::processEvents();
}

bool comes(const std::function<bool()>& what) { return QTest::qWaitFor(what, kPatienceMs); }

}  // namespace anneal::test

#pragma once
// A page with a panel at its right. Where the page is too narrow for both, the panel folds away and opens over the page as a
// drawer.

#include <QWidget>

class QVariantAnimation;

namespace anneal::controls {

class SidePanel : public QWidget {
    Q_OBJECT
public:
    /// Takes both. The panel is 340 wide unless said otherwise and folds where less than `leastMain` is left for the page.
    SidePanel(QWidget* main, QWidget* panel, int leastMain, QWidget* parent = nullptr);

    void setPanelWidth(int width);
    bool isFolded() const { return folded_; }
    bool isOpen() const { return panelShown_ && (!folded_ || open_); }
    /// Without it the page has the whole width and no drawer.
    void setPanelShown(bool shown);
    /// Of a folded panel; Escape and a click beside it close it too.
    void setOpen(bool open);

Q_SIGNALS:
    /// A page shows the button that opens the drawer while it is folded.
    void foldedChanged(bool folded);
    void openChanged(bool open);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    class Sheet;

    void fold();
    void place();

    QWidget* main_;
    Sheet* sheet_;
    int panelWidth_;
    int leastMain_;
    bool folded_ = false;
    bool open_ = false;
    bool panelShown_ = true;
    QVariantAnimation* slide_;
};

}  // namespace anneal::controls

#pragma once
// The pages of the window, one below the other; the last ones at the bottom. Up and Down go from one to the next.

#include <QButtonGroup>
#include <QToolButton>

#include "pages/page.h"

namespace anneal::shell {

class RailButton : public QToolButton {
    Q_OBJECT
public:
    RailButton(std::string icon, QWidget* parent);
    /// A dot at the icon.
    void setMarked(bool marked);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::string icon_;
    bool marked_ = false;
};

class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(const std::vector<pages::PageInfo>& infos, QWidget* parent = nullptr);
    void setCurrent(const QString& page);
    void setMarked(const QString& page, bool marked);

Q_SIGNALS:
    void chosen(const QString& page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    RailButton* button(const QString& page) const;

    QStringList order_;
    QHash<QString, RailButton*> buttons_;
};

}  // namespace anneal::shell

#pragma once
// Text in one of the theme's styles: on one line, elided with the whole in its tool tip, or wrapped at the style's line height.

#include <QLabel>

#include "theme/theme.h"

namespace anneal::controls {

class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString& text, theme::TextStyle style = theme::TextStyle::body, theme::Role role = theme::Role::text,
                   QWidget* parent = nullptr);

    void setRole(theme::Role role);
    theme::Role role() const { return role_; }
    void setTextStyle(theme::TextStyle style, theme::Weight weight);
    /// May become narrower than its text.
    void setElided(bool elided);
    bool isElided() const { return elided_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    theme::TextStyle style_;
    theme::Role role_;
    bool elided_ = false;
};

/// The semibold caption above a control or a figure.
Label* makeCaption(const QString& text, QWidget* parent = nullptr);

}  // namespace anneal::controls

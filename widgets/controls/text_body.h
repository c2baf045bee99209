#pragma once
// Text of any length to read, to select and to copy: as high as its lines, without ground or frame of its own.

#include <QTextEdit>

#include "theme/theme.h"

namespace anneal::controls {

class TextBody : public QTextEdit {
    Q_OBJECT
public:
    /// `name` says what the text is, for those who cannot see what stands around it.
    explicit TextBody(const QString& name, theme::Role role = theme::Role::text, QWidget* parent = nullptr);

    /// What begins as the text before is appended, so that a text that grows keeps its selection.
    void setBody(const QString& text);
    QString body() const { return body_; }

    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();
    void ink();

    QString body_;
    theme::Role role_;
};

/// Sets the line height of a text style for every paragraph of `document` and those that are typed after.
void setLineHeight(QTextDocument& document, theme::TextStyle style);

}  // namespace anneal::controls

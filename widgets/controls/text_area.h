#pragma once
// A field of several lines that grows with what is typed, from its least to its most lines; then it scrolls.

#include <QTextEdit>

#include "theme/theme.h"

namespace anneal::controls {

class TextArea : public QTextEdit {
    Q_OBJECT
public:
    /// bare: without ground and border, for one that stands on a card of its own.
    enum class Look { field, bare };

    TextArea(const QString& name, int leastLines, int mostLines, Look look = Look::field, QWidget* parent = nullptr);

    void setBody(const QString& text);
    QString body() const { return toPlainText(); }

Q_SIGNALS:
    /// Ctrl+Return.
    void submitted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();

    int least_;
    int most_;
};

}  // namespace anneal::controls

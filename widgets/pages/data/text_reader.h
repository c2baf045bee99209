#pragma once
// One cell in full, wrapped: what it was and what a recipe makes of it, and why a row of a version is as it is.

#include <QTextEdit>
#include <QWidget>

#include "data/clean/explain.h"

namespace anneal::controls {
class IconButton;
class Label;
class Segments;
}  // namespace anneal::controls

namespace anneal::pages {

class TextReader : public QWidget {
    Q_OBJECT
public:
    explicit TextReader(QWidget* parent = nullptr);

    void show(qint64 row, const QString& column, const QString& before, const QString& after, bool isNull);
    /// Below the text; empty hides it.
    void setStory(const data::Explanation& story);
    void clearStory();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void write();

    controls::Label* title_;
    controls::Label* facts_;
    controls::IconButton* copy_;
    controls::IconButton* close_;
    QTextEdit* text_;
    controls::Label* storyTitle_;
    QTextEdit* story_;
    QString before_, after_;
    bool null_ = false;
};

}  // namespace anneal::pages

#include "pages/data/text_reader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "data/clean/difference.h"
#include "pages/data/step_words.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;

constexpr int kTopHeight = 52;
constexpr int kStoryHeight = 200;
constexpr qsizetype kMostShown = 200'000;

QTextEdit* makeText() {
    auto* text = new QTextEdit;
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->document()->setDocumentMargin(theme::space(4));
    text->document()->setUndoRedoEnabled(false);
    text->viewport()->setAutoFillBackground(false);
    return text;
}

QTextCharFormat formatOf(data::DiffSpan::Kind kind) {
    QTextCharFormat format;
    format.setForeground(theme::color(Role::text));
    if (kind == data::DiffSpan::Kind::removed) {
        format.setForeground(theme::color(Role::dangerText));
        format.setBackground(theme::color(Role::dangerSubtle));
        format.setFontStrikeOut(true);
    } else if (kind == data::DiffSpan::Kind::added) {
        format.setForeground(theme::color(Role::successText));
        format.setBackground(theme::color(Role::successSubtle));
        format.setFontWeight(QFont::DemiBold);
    }
    return format;
}

}  // namespace

TextReader::TextReader(QWidget* parent)
    : QWidget(parent),
      title_(new controls::Label({}, theme::TextStyle::title)),
      facts_(new controls::Label({}, theme::TextStyle::caption, Role::textSecondary)),
      copy_(new controls::IconButton("copy", {})),
      close_(new controls::IconButton("x", {})),
      text_(makeText()),
      storyTitle_(controls::makeCaption({})),
      story_(makeText()) {
    title_->setElided(true);
    auto* top = new QWidget;
    top->setFixedHeight(kTopHeight);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(4), 0, theme::space(2), 0);
    row->setSpacing(theme::space(2));
    row->addWidget(title_, 1);
    row->addWidget(facts_);
    row->addWidget(copy_);
    row->addWidget(close_);
    storyTitle_->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), 0);
    story_->setMaximumHeight(kStoryHeight);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(text_, 1);
    column->addWidget(storyTitle_);
    column->addWidget(story_);
    clearStory();
    connect(copy_, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(after_); });
    connect(close_, &QAbstractButton::clicked, this, &TextReader::closed);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &TextReader::write);
    controls::say(*this, [this] {
        copy_->setName(tr("Copy the whole text"));
        close_->setName(tr("Close the reader"));
        text_->setAccessibleName(tr("The whole text"));
        story_->setAccessibleName(tr("What happened to the row"));
        storyTitle_->setText(tr("What happened to the row"));
        write();
    });
}

void TextReader::show(qint64 row, const QString& column, const QString& before, const QString& after, bool isNull) {
    before_ = before.left(kMostShown);
    after_ = after.left(kMostShown);
    null_ = isNull;
    title_->setText(column);
    facts_->setText(tr("row %1 · %n character(s)", nullptr, int(after.size())).arg(controls::formatCount(row)));
    write();
}

void TextReader::write() {
    text_->clear();
    QTextCursor cursor(text_->document());
    if (null_ && after_.isEmpty()) {
        QTextCharFormat grey;
        grey.setForeground(theme::color(Role::textSecondary));
        return cursor.insertText(tr("No value"), grey);
    }
    const auto before = before_.toStdString(), after = after_.toStdString();
    for (const auto& span : data::diffSpans(before, after)) {
        const auto& from = span.kind == data::DiffSpan::Kind::added ? after : before;
        cursor.insertText(QString::fromStdString(from.substr(span.begin, span.size)), formatOf(span.kind));
    }
    text_->moveCursor(QTextCursor::Start);
}

void TextReader::setStory(const data::Explanation& story) {
    QStringList lines{tr("Row %1 of the version before").arg(controls::formatCount(story.row))};
    for (const auto& copy : story.copies)
        for (const auto& step : copy.steps) {
            for (const auto& change : step.changes) {
                const auto before = change.hidden   ? tr("hidden")
                                    : change.before ? QString::fromStdString(*change.before).left(120)
                                                    : tr("no value");
                const auto after = change.after ? QString::fromStdString(*change.after).left(120) : tr("no value");
                lines << tr("%1, %2: %3 became %4").arg(stepText(step.name), QString::fromStdString(change.column), before, after);
            }
            if (step.dropped) lines << tr("%1 dropped it: %2").arg(stepText(step.name), QString::fromStdString(*step.dropped));
        }
    if (lines.size() == 1) lines << tr("No step touched it.");
    story_->setPlainText(lines.join(u'\n'));
    story_->show();
    storyTitle_->show();
}

void TextReader::clearStory() {
    story_->hide();
    storyTitle_->hide();
}

void TextReader::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT closed();
    QWidget::keyPressEvent(event);
}

}  // namespace anneal::pages

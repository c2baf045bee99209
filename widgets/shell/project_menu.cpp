#include "shell/project_menu.h"

#include <QPushButton>
#include <QStackedLayout>

#include "controls/buttons.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kWidth = 340;
constexpr int kRow = 48;

}  // namespace

/// A project's name and what is in it; the whole row chooses it.
class ProjectChoice : public QPushButton {
    Q_OBJECT
public:
    ProjectChoice() {
        setAutoDefault(true);
        setCheckable(true);
    }
    void set(const QString& name, const QString& facts, bool current) {
        setText(name);
        facts_ = facts;
        setChecked(current);
        setAccessibleName(name);
        setAccessibleDescription(facts);
    }
    QSize sizeHint() const override { return {kWidth / 2, kRow}; }

protected:
    void nextCheckState() override {}

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const qreal radius = theme::px(theme::Radius::control);
        const auto fill = isChecked() ? Role::selection : isDown() ? Role::pressed : Role::hover;
        if (isChecked() || underMouse() || isDown()) theme::drawBox(painter, rect(), {theme::color(fill), {}, radius});
        const auto ink = [this](Role rest) { return theme::color(isChecked() ? Role::onSelection : rest); };
        QRectF inside = QRectF(rect()).adjusted(theme::space(2), theme::space(1), -theme::space(2), -theme::space(1));
        const int size = theme::px(theme::Size::icon);
        if (isChecked()) theme::drawIcon(painter, QRectF(inside.left(), 0, size, height()), "check", size, ink(Role::text));
        inside.setLeft(inside.left() + size + theme::space(2));
        const QRectF top(inside.left(), inside.top(), inside.width(), theme::lineHeight(TextStyle::body));
        theme::drawText(painter, top, Qt::AlignLeft | Qt::AlignVCenter, text(), theme::font(TextStyle::body, theme::Weight::medium),
                        ink(Role::text));
        theme::drawText(painter, QRectF(inside.left(), top.bottom() + 2, inside.width(), theme::lineHeight(TextStyle::caption)),
                        Qt::AlignLeft | Qt::AlignVCenter, facts_, theme::font(TextStyle::caption), ink(Role::textSecondary));
    }

private:
    QString facts_;
};

class ProjectRow : public QWidget {
    Q_OBJECT
public:
    ProjectRow()
        : choice_(new ProjectChoice),
          name_(new QLineEdit),
          rename_(new controls::IconButton("pencil", {})),
          remove_(new controls::IconButton("trash-2", {})) {
        for (auto* button : {rename_, remove_}) theme::setCompact(*button);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme::space(2), 0, theme::space(2), 0);
        row->setSpacing(theme::space(1));
        row->addWidget(choice_, 1);
        row->addWidget(name_, 1);
        row->addWidget(rename_);
        row->addWidget(remove_);
        name_->hide();
        setFixedHeight(kRow);
        connect(choice_, &QPushButton::clicked, this, &ProjectRow::chosen);
        connect(rename_, &QToolButton::clicked, this, [this] { edit(true); });
        connect(remove_, &QToolButton::clicked, this, &ProjectRow::removed);
        connect(name_, &QLineEdit::returnPressed, this, [this] {
            const auto name = name_->text().trimmed();
            edit(false);
            if (!name.isEmpty()) Q_EMIT renamed(name);
        });
    }

    void set(const QString& name, const QString& facts, bool current, bool mayChange) {
        choice_->set(name, facts, current);
        rename_->setVisible(mayChange);
        remove_->setVisible(mayChange);
        rename_->setName(tr("Rename %1").arg(name));
        remove_->setName(tr("Delete %1").arg(name));
        name_->setAccessibleName(tr("Name of the project"));
    }

    bool isEdited() const { return name_->isVisible(); }
    void edit(bool edit) {
        name_->setText(choice_->text());
        name_->setVisible(edit);
        choice_->setVisible(!edit);
        name_->selectAll();
        edit ? name_->setFocus(Qt::OtherFocusReason) : choice_->setFocus(Qt::OtherFocusReason);
    }
    QWidget& choice() { return *choice_; }

Q_SIGNALS:
    void chosen();
    void renamed(const QString& name);
    void removed();

private:
    ProjectChoice* choice_;
    QLineEdit* name_;
    controls::IconButton* rename_;
    controls::IconButton* remove_;
};

ProjectMenu::ProjectMenu(bridge::Services& services, pages::Host& host)
    : services_(services),
      host_(host),
      column_(new QVBoxLayout),
      name_(new QLineEdit),
      create_(controls::makeButton(theme::Kind::secondary, {})) {
    column_->setSpacing(2);
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    auto* make = new QHBoxLayout;
    make->setContentsMargins(theme::space(3), theme::space(3), theme::space(3), theme::space(2));
    make->setSpacing(theme::space(2));
    make->addWidget(name_, 1);
    make->addWidget(create_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, theme::space(2), 1, theme::space(1));
    column->setSpacing(0);
    column->addLayout(column_);
    column->addSpacing(theme::space(2));
    column->addWidget(rule);
    column->addLayout(make);
    connect(name_, &QLineEdit::returnPressed, this, &ProjectMenu::create);
    connect(create_, &QPushButton::clicked, this, &ProjectMenu::create);
    connect(name_, &QLineEdit::textChanged, this, [this](const QString& text) {
        controls::disableBecause(*create_, text.trimmed().isEmpty() ? tr("It needs a name first") : QString());
    });
    connect(&services_.projects, &bridge::Projects::changed, this, &ProjectMenu::refill);
    controls::say(*this, [this] {
        setAccessibleName(tr("Projects"));
        name_->setPlaceholderText(tr("Name of a new project"));
        name_->setAccessibleName(tr("Name of a new project"));
        create_->setText(tr("Create"));
        if (name_->text().isEmpty()) controls::disableBecause(*create_, tr("It needs a name first"));
        refill();
    });
}

QString ProjectMenu::facts(const QString& id) const {
    using Kind = bridge::Projects::Kind;
    const auto& projects = services_.projects;
    const int datasets = id.isEmpty() ? int(services_.datasets.all().size()) : projects.count(id, Kind::dataset);
    const int runs = id.isEmpty() ? int(services_.runs.all().size()) : projects.count(id, Kind::run);
    return tr("%1 · %2").arg(tr("%n data set(s)", nullptr, datasets), tr("%n run(s)", nullptr, runs));
}

void ProjectMenu::refill() {
    const auto& all = services_.projects.all();
    // One for everything, then each.
    const auto wanted = std::size_t(all.size()) + 1;
    for (; rows_.size() > wanted; rows_.pop_back()) delete rows_.back();
    while (rows_.size() < wanted) {
        auto* row = new ProjectRow;
        const auto id = [this, at = rows_.size()] { return at == 0 ? QString() : services_.projects.all().value(qsizetype(at) - 1).id; };
        connect(row, &ProjectRow::chosen, this, [this, id] {
            services_.projects.choose(id());
            Q_EMIT done();
        });
        connect(row, &ProjectRow::renamed, this, [this, id](const QString& name) { services_.projects.rename(id(), name); });
        connect(row, &ProjectRow::removed, this, [this, id] { remove(id()); });
        column_->addWidget(row);
        rows_.push_back(row);
    }
    const auto& current = services_.projects.current();
    rows_[0]->set(tr("All projects"), facts({}), current.isEmpty(), false);
    for (std::size_t i = 1; i < wanted; ++i) {
        const auto& project = all[qsizetype(i) - 1];
        rows_[i]->set(project.name, facts(project.id), project.id == current, true);
    }
    Q_EMIT resized();
}

QSize ProjectMenu::sizeHint() const { return {kWidth, layout()->sizeHint().height()}; }

QWidget* ProjectMenu::firstFocus() {
    if (std::exchange(wantsName_, false)) return name_;
    for (auto* row : rows_)
        if (qobject_cast<QAbstractButton*>(&row->choice())->isChecked()) return &row->choice();
    return name_;
}

bool ProjectMenu::takeEscape() {
    const auto edited = std::ranges::find_if(rows_, &ProjectRow::isEdited);
    if (edited == rows_.end()) return false;
    (*edited)->edit(false);
    return true;
}

void ProjectMenu::create() {
    const auto name = name_->text().trimmed();
    if (name.isEmpty()) return;
    name_->clear();
    services_.projects.create(name);
    Q_EMIT done();
}

void ProjectMenu::remove(const QString& id) {
    const auto* project = services_.projects.find(id);
    if (!project) return;
    const auto name = project->name;
    services_.projects.remove(id);
    auto* projects = &services_.projects;
    host_.toast({.title = tr("Deleted %1").arg(name),
                 .detail = tr("Its data sets and runs stay where they are"),
                 .link = tr("Undo"),
                 .follow = [projects, id] { projects->restore(id); }});
}

}  // namespace anneal::shell

#include "project_menu.moc"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/face.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "models/doctor_report.h"
#include "models/run_words.h"
#include "pages/system/can_train_card.h"
#include "pages/system/check_list.h"
#include "pages/system/devices_card.h"
#include "pages/system/section.h"
#include "theme/kind.h"

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kRightWidth = 412;
constexpr int kBothWidth = 1060;  // below it the right column goes under the left one

/// What the doctor says in one line, and the two things to do with it.
class VerdictCard : public controls::Card {
    Q_OBJECT
public:
    VerdictCard()
        : Card(16),
          mark_(new controls::IconLabel("shield-check", Role::successText, 24)),
          verdict_(new Label({}, TextStyle::title)),
          summary_(new Label({}, TextStyle::body, Role::textSecondary)),
          copy(controls::makeButton(theme::Kind::quiet, {}, "copy")),
          again(controls::makeButton(theme::Kind::secondary, {}, "refresh-cw")) {
        summary_->setElided(true);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(verdict_);
        words->addWidget(summary_);
        auto* row = new QHBoxLayout;
        row->setSpacing(theme::space(3));
        row->addWidget(mark_);
        row->addLayout(words, 1);
        row->addWidget(copy);
        row->addWidget(again);
        body().addLayout(row);
        controls::say(*this, [this] {
            copy->setText(tr("Copy report"));
            again->setText(tr("Check again"));
        });
    }

    void show(const models::DoctorReport& report) {
        mark_->setIcon(models::isReady(report) ? "shield-check" : "circle-alert",
                       models::isReady(report) ? Role::successText : Role::dangerText);
        verdict_->setText(models::verdictOf(report));
        summary_->setText(models::summaryOf(report));
    }

private:
    controls::IconLabel* mark_;
    Label* verdict_;
    Label* summary_;

public:
    QPushButton* const copy;
    QPushButton* const again;
};

class DoctorSection : public Section {
    Q_OBJECT
public:
    explicit DoctorSection(const Context& context)
        : context_(context),
          verdict_(new VerdictCard),
          checks_(new CheckList(context.host)),
          devices_(new DevicesCard(context.services.gauges)),
          canTrain_(new CanTrainCard(context)),
          columns_(new QBoxLayout(QBoxLayout::LeftToRight)),
          busy_(controls::Face::busy({})),
          faces_(new QStackedLayout(this)) {
        auto* right = new QVBoxLayout;
        right->setSpacing(theme::space(3));
        right->addWidget(devices_);
        right->addWidget(canTrain_);
        right->addStretch();
        columns_->setSpacing(theme::space(4));
        columns_->addWidget(checks_, 1, Qt::AlignTop);
        columns_->addLayout(right);
        auto* area = new controls::ScrollColumn;
        auto& column = area->column();
        column.setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
        column.setSpacing(theme::space(4));
        column.addWidget(verdict_);
        column.addLayout(columns_);
        column.addStretch();
        faces_->addWidget(busy_);
        faces_->addWidget(area);
        connect(verdict_->again, &QPushButton::clicked, this, &DoctorSection::check);
        connect(verdict_->copy, &QPushButton::clicked, this, [this] {
            QGuiApplication::clipboard()->setText(models::plainText(*report_));
            context_.host.toast({controls::Tone::success, tr("The report is on the clipboard"), {}, {}, {}});
        });
        controls::say(*this, [this] {
            busy_->setWords(tr("Looking at this machine"), tr("The training engine is started once, to see that it starts."));
            if (report_) show();
        });
    }

    void open() override {
        if (!report_ && !checking_) check();
    }

protected:
    void resizeEvent(QResizeEvent*) override {
        const bool both = width() >= kBothWidth;
        columns_->setDirection(both ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        for (auto* card : {static_cast<QWidget*>(devices_), static_cast<QWidget*>(canTrain_)}) {
            card->setMinimumWidth(both ? kRightWidth : 0);
            card->setMaximumWidth(both ? kRightWidth : QWIDGETSIZE_MAX);
        }
    }

private:
    void check() {
        checking_ = true;
        controls::disableBecause(*verdict_->again, tr("It is being checked now"));
        Q_EMIT status({"refresh-cw", tr("Checking this machine")});
        const auto work = [](const jobs::JobContext&) -> Result<models::DoctorReport> { return models::examine(); };
        context_.services.jobs.compute<models::DoctorReport>({.title = tr("Check this machine"), .shown = false}, work, *this,
                                                             [this](auto report) {
                                                                 checking_ = false;
                                                                 controls::disableBecause(*verdict_->again, {});
                                                                 if (!report) return;
                                                                 report_ = std::move(*report);
                                                                 faces_->setCurrentIndex(1);
                                                                 show();
                                                             });
    }

    void show() {
        verdict_->show(*report_);
        checks_->show(*report_);
        devices_->show(report_->machine);
        canTrain_->show(report_->machine);
        Q_EMIT status(
            {"check", tr("Checked %1 · took %2").arg(models::timeText(report_->time), controls::formatDuration(report_->seconds))});
    }

    Context context_;
    VerdictCard* verdict_;
    CheckList* checks_;
    DevicesCard* devices_;
    CanTrainCard* canTrain_;
    QBoxLayout* columns_;
    controls::Face* busy_;
    QStackedLayout* faces_;
    std::optional<models::DoctorReport> report_;
    bool checking_ = false;
};

}  // namespace

Section* makeDoctorSection(const Context& context) { return new DoctorSection(context); }

}  // namespace anneal::pages

#include "doctor_section.moc"

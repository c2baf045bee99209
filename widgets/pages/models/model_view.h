#pragma once
// One model: what it is and what of it fits, its template, its tokenizer to try, and for one that is not here the way to fetch it.

#include <QTimer>

#include "pages/models/model_fit.h"
#include "pages/models/model_look.h"
#include "pages/page.h"

class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace anneal::controls {
class Card;
class Chip;
class FormField;
class Label;
class PageHeader;
class Stat;
class Tabs;
class TokenView;
}  // namespace anneal::controls

namespace anneal::pages {

class ModelView : public QWidget {
    Q_OBJECT
public:
    explicit ModelView(const Context& context);

    void show(const bridge::BaseModel& model);
    const QString& model() const { return model_.name; }
    /// Of its download: 0 … 1 with words beside it; below 0 none is under way.
    void setDownload(double share, const QString& text);

Q_SIGNALS:
    void backWanted();
    void removeWanted(const QString& name);
    void fetchWanted(const QString& name, const QString& address);
    void cancelWanted(const QString& name);

private:
    QWidget* makeOverview();
    QWidget* makeTemplate();
    QWidget* makeTokenizer();
    void say();
    void showFacts();
    void showFits();
    void look();
    void showLook();
    void tokenise();

    Context context_;
    bridge::BaseModel model_;
    controls::PageHeader* header_;
    QPushButton* train_;
    QPushButton* reveal_;
    QPushButton* remove_;
    controls::Tabs* tabs_;
    QStackedWidget* stack_;
    controls::Card* fetch_ = nullptr;
    controls::Label* fetchNote_ = nullptr;
    controls::Label* licence_ = nullptr;
    QLineEdit* address_ = nullptr;
    controls::FormField* addressField_ = nullptr;
    QPushButton* download_ = nullptr;
    QProgressBar* bar_ = nullptr;
    controls::Card* config_ = nullptr;
    std::array<controls::Stat*, 12> stats_{};
    controls::Card* fits_ = nullptr;
    std::array<std::pair<controls::Chip*, controls::Label*>, 3> fitLines_{};
    controls::Label* fitNote_ = nullptr;
    controls::Card* check_ = nullptr;
    controls::Label* checkText_ = nullptr;
    controls::Chip* checkChip_ = nullptr;
    controls::Card* exchangeCard_ = nullptr;
    controls::TokenView* exchange_ = nullptr;
    controls::Card* sourceCard_ = nullptr;
    QPlainTextEdit* source_ = nullptr;
    controls::Label* noTemplate_ = nullptr;
    QPlainTextEdit* text_ = nullptr;
    controls::FormField* textField_ = nullptr;
    controls::Card* tokensCard_ = nullptr;
    controls::Label* count_ = nullptr;
    controls::Label* picked_ = nullptr;
    controls::TokenView* tokens_ = nullptr;
    QPlainTextEdit* ids_ = nullptr;
    controls::FormField* idsField_ = nullptr;
    std::vector<controls::Token> shown_;
    std::optional<ModelLook> look_;
    std::optional<Error> problem_;
    QTimer soon_;
    double share_ = -1;
};

}  // namespace anneal::pages

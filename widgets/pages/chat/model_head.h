#pragma once
// The head of one side: which model answers there, what state it is in, and the way to another.

#include <QPushButton>
#include <QTimer>

#include "pages/chat/talk.h"
#include "pages/choice_list.h"

namespace anneal::controls {
class InlineMessage;
}

namespace anneal::pages {

class ModelPicker;

/// The whole card is the button.
class ModelHead : public QPushButton {
    Q_OBJECT
public:
    ModelHead(Talk& talk, std::size_t side, const ChoiceList& choices);

    void refresh();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& key);
    void elsewhere();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString name() const;
    QString detail() const;

    Talk& talk_;
    std::size_t side_;
    const ChoiceList& choices_;
    ModelPicker* picker_;
    QTimer loading_;  ///< the seconds move while it loads
};

/// "BF16", "CPU", "GPU 0": what the engine says, as people write it.
QString dtypeText(const QString& dtype);
QString deviceText(const QString& device);

}  // namespace anneal::pages

#pragma once
// What the colours of a sample's tokens mean.

#include <vector>

#include <QWidget>

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

class TokenLegend : public QWidget {
    Q_OBJECT
public:
    explicit TokenLegend(QWidget* parent = nullptr);

private:
    std::vector<controls::Label*> words_;
};

}  // namespace anneal::pages

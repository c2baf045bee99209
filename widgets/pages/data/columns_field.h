#pragma once
// Some of a data set's columns, chosen in a menu that stays open meanwhile.

#include <QMenu>
#include <QPushButton>

namespace anneal::pages {

class ColumnsField : public QPushButton {
    Q_OBJECT
public:
    /// `needed`: none chosen means that something is missing, else that the step chooses itself.
    ColumnsField(const std::vector<std::string>& columns, bool needed, QWidget* parent = nullptr);

    QStringList chosen() const;
    void choose(const QStringList& columns);

Q_SIGNALS:
    /// By the person.
    void chosenChanged();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void write();

    QMenu* menu_;
    bool needed_;
};

}  // namespace anneal::pages

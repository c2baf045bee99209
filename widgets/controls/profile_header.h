#pragma once
// A table's header that also says what each column holds: its type, its distribution, one fact, and how much of it is empty.

#include <optional>
#include <string>
#include <vector>

#include <QHeaderView>

namespace anneal::controls {

struct ColumnProfile {
    std::string icon;                  ///< of the column's type
    std::vector<double> histogram;     ///< heights of the bins; the tallest fills the 28 pixels
    QString fact;                      ///< "41 values", "Median 182 tokens"
    std::optional<double> emptyShare;  ///< 0 … 1; over 1 % it turns amber
};

class ProfileHeader : public QHeaderView {
    Q_OBJECT
public:
    /// The model's headerData answers `role` with a ColumnProfile where a column has one.
    explicit ProfileHeader(int role, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    int role_;
};

}  // namespace anneal::controls

Q_DECLARE_METATYPE(anneal::controls::ColumnProfile)

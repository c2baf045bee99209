#pragma once
// What something will take, part by part, against all there is: memory of a device, time of a run, space on a disk.
// The bar shows the proportions; its legend the figures.

#include <vector>

#include <QWidget>

namespace anneal::controls {

struct ForecastPart {
    QString name;
    double amount = 0;
    QString figure;          ///< the amount as the legend writes it
    std::size_t series = 0;  ///< the chart series whose colour it has
};

struct Forecast {
    std::vector<ForecastPart> parts;
    double others = 0;    ///< held by other programs; hatched
    double capacity = 0;  ///< the whole width; parts beyond it are cut off
    QString othersFigure;
    QString othersName;  ///< empty: "Other programs"
};

class ForecastBar : public QWidget {
    Q_OBJECT
public:
    explicit ForecastBar(const QString& name, QWidget* parent = nullptr);

    void setForecast(Forecast forecast);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    Forecast forecast_;
};

/// The parts of a forecast with their colours and figures, in as many columns as fit.
class ForecastLegend : public QWidget {
    Q_OBJECT
public:
    explicit ForecastLegend(QWidget* parent = nullptr);

    void setForecast(Forecast forecast);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString name;
        QString figure;
        std::optional<std::size_t> series;  ///< none: other programs
    };

    std::vector<Entry> entries() const;
    int entryWidth(const Entry& entry) const;
    int columns(int width) const;

    Forecast forecast_;
};

}  // namespace anneal::controls

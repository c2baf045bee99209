#pragma once
// A run that is being made up: the keys of RUN.yaml that a person chose, and how far the wizard has come. Everything that was not
// chosen has its default, so a draft says no more than it must.

#include <QDateTime>
#include <QJsonObject>
#include <QObject>

#include "runs/spec.h"

namespace anneal::pages {

constexpr double kUsualEvalShare = 0.05;

class Draft : public QObject {
    Q_OBJECT
public:
    using Change = std::pair<std::string, OrderedJson>;

    /// Forgets what was chosen.
    void clear();
    QJsonObject toJson() const;
    /// What it does not understand it leaves out: a draft of a newer version opens with what is known here.
    void read(const QJsonObject& document);
    void setKeys(const OrderedJson& keys);

    const OrderedJson& keys() const { return keys_; }
    bool isSet(const std::string& key) const { return keys_.contains(key); }
    /// What the run would have, chosen or not.
    OrderedJson value(const std::string& key) const;
    /// What it would have if nobody had chosen.
    OrderedJson defaultOf(const std::string& key) const;
    /// Refuses what RUN.yaml would refuse, and stays as it was.
    Status set(const std::string& key, const OrderedJson& value);
    void reset(const std::string& key);
    /// Several keys as one change; a null resets.
    void apply(const std::vector<Change>& changes);
    /// Data sets by path or id. With the first ones a share of the rows is held out, unless a person has said otherwise.
    void chooseData(const std::vector<std::string>& datasets);

    /// For figures: where the model or the data are still to be chosen, stand-ins are in their place.
    runs::RunSpec spec() const;
    /// For the run. Errors: those of RunSpec::fromJson.
    Result<runs::RunSpec> finished() const;

    bool hasModel() const { return isSet("model_name_or_path"); }
    bool hasData() const { return isSet("dataset") && !keys_["dataset"].empty(); }

    /// Of the run; empty: named after its data and method.
    const QString& name() const { return name_; }
    void setName(const QString& name);
    QString nameOrDefault() const;

    int step() const { return step_; }
    /// The furthest that was come to.
    int reached() const { return reached_; }
    void goTo(int step);

Q_SIGNALS:
    /// Keys or the name; not the step.
    void changed();
    void moved();

private:
    OrderedJson keys_ = OrderedJson::object();
    QString name_;
    int step_ = 0;
    int reached_ = 0;
};

/// "learning_rate: 0.0002" lines for whoever wants to read them, the way RunSpec writes the file.
QString runYaml(const Draft& draft);

}  // namespace anneal::pages

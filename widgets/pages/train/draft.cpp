#include "pages/train/draft.h"

#include <QJsonDocument>

#include "base/yaml.h"
#include "runs/run_overview.h"
#include "runs/spec_fields.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr auto kStandIn = "-";

OrderedJson fromQt(const QJsonObject& object) {
    const auto text = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
    return OrderedJson::parse(text, nullptr, false);
}

QJsonObject toQt(const OrderedJson& keys) { return QJsonDocument::fromJson(QByteArray::fromStdString(base::dumpJson(keys))).object(); }

/// A name that serves as a folder's.
QString folderName(const QString& text) {
    QString name;
    for (const auto c : text) name += c.isLetterOrNumber() || c == u'.' || c == u'_' ? c.toLower() : u'-';
    while (name.contains(u"--"_s)) name.replace(u"--"_s, u"-"_s);
    while (name.startsWith(u'-') || name.startsWith(u'.')) name.remove(0, 1);
    while (name.endsWith(u'-')) name.chop(1);
    return name;
}

}  // namespace

void Draft::clear() {
    keys_ = OrderedJson::object();
    name_.clear();
    step_ = reached_ = 0;
    Q_EMIT changed();
    Q_EMIT moved();
}

QJsonObject Draft::toJson() const { return {{u"keys"_s, toQt(keys_)}, {u"name"_s, name_}, {u"step"_s, step_}, {u"reached"_s, reached_}}; }

void Draft::read(const QJsonObject& document) {
    name_ = document[u"name"_s].toString();
    step_ = document[u"step"_s].toInt();
    reached_ = std::max(step_, document[u"reached"_s].toInt());
    setKeys(fromQt(document[u"keys"_s].toObject()));
    Q_EMIT moved();
}

void Draft::setKeys(const OrderedJson& keys) {
    keys_ = OrderedJson::object();
    runs::RunSpec spec;
    if (keys.is_object())
        for (const auto& [key, value] : keys.items())
            if (const auto* field = runs::specField(key); field && field->write && !value.is_null() && field->read(spec, value))
                keys_[key] = value;
    Q_EMIT changed();
}

OrderedJson Draft::value(const std::string& key) const {
    const auto* field = runs::specField(key);
    return field ? field->write(spec()) : OrderedJson();
}

OrderedJson Draft::defaultOf(const std::string& key) const {
    if (!isSet(key)) return value(key);
    Draft other;
    other.keys_ = keys_;
    other.keys_.erase(key);
    return other.value(key);
}

Status Draft::set(const std::string& key, const OrderedJson& value) {
    const auto* field = runs::specField(key);
    if (!field) return fail("key_unknown", key + " is not a key of RUN.yaml");
    runs::RunSpec spec;
    ANNEAL_CHECK(field->read(spec, value));
    apply({{key, value}});
    return {};
}

void Draft::reset(const std::string& key) { apply({{key, nullptr}}); }

void Draft::apply(const std::vector<Change>& changes) {
    const auto before = keys_;
    for (const auto& [key, value] : changes) {
        if (value.is_null())
            keys_.erase(key);
        else
            keys_[key] = value;
    }
    if (keys_ != before) Q_EMIT changed();
}

void Draft::chooseData(const std::vector<std::string>& datasets) {
    std::vector<Change> changes{{"dataset", datasets.empty() ? OrderedJson() : OrderedJson(datasets)}};
    if (!datasets.empty() && !hasData() && !isSet("val_size") && !isSet("eval_dataset")) changes.emplace_back("val_size", kUsualEvalShare);
    apply(changes);
}

runs::RunSpec Draft::spec() const {
    auto keys = keys_;
    if (!hasModel()) keys["model_name_or_path"] = kStandIn;
    if (!hasData()) keys["dataset"] = {kStandIn};
    if (auto whole = runs::RunSpec::fromJson(keys)) return *whole;
    // Keys that contradict one another are still worth their figures.
    runs::RunSpec spec;
    for (const auto& [key, value] : keys.items())
        if (const auto* field = runs::specField(key)) (void)field->read(spec, value);
    if (spec.loraAlpha == 0) spec.loraAlpha = 2.0 * spec.loraRank;
    if (spec.learningRate == 0) spec.learningRate = spec.finetuningType == runs::FinetuningType::lora ? 2e-4 : 2e-5;
    return spec;
}

Result<runs::RunSpec> Draft::finished() const {
    auto keys = keys_;
    keys["output_dir"] = (runs::runsHome() / nameOrDefault().toStdString()).string();
    return runs::RunSpec::fromJson(keys);
}

void Draft::setName(const QString& name) {
    if (name == name_) return;
    name_ = name;
    Q_EMIT changed();
}

QString Draft::nameOrDefault() const {
    if (const auto name = folderName(name_); !name.isEmpty()) return name;
    const auto spec = this->spec();
    const auto data = hasData() ? folderName(QString::fromStdString(runs::shortName(spec.dataset.front()))).section(u'.', 0, 0) : u"run"_s;
    const auto method = spec.finetuningType == runs::FinetuningType::lora ? u"lora%1"_s.arg(spec.loraRank)
                                                                          : QString::fromStdString(runs::toText(spec.finetuningType));
    const auto wanted = data + u'-' + method;
    std::error_code ignored;
    for (int i = 1;; ++i) {
        const auto name = i == 1 ? wanted : u"%1-%2"_s.arg(wanted).arg(i);
        if (!std::filesystem::exists(runs::runsHome() / name.toStdString(), ignored)) return name;
    }
}

void Draft::goTo(int step) {
    if (step == step_) return;
    step_ = step;
    reached_ = std::max(reached_, step);
    Q_EMIT moved();
}

QString runYaml(const Draft& draft) {
    const auto finished = draft.finished();
    return QString::fromStdString(finished ? finished->toYaml() : base::dumpYaml(draft.keys()));
}

}  // namespace anneal::pages

#include "pages/export/export_plan.h"

#include <QJsonArray>
#include <QRegularExpression>

#include "catalogue/export_size.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr std::int64_t kSmall = 1'500'000'000;  // parameters
constexpr std::array kTargetNames{"hf", "adapter", "gguf"};

QString nameOf(Target target) { return QString::fromLatin1(kTargetNames[std::size_t(target)]); }

std::string stepOf(const models::ModelChoice& choice) {
    return choice.point == models::ModelChoice::Point::result ? std::string() : std::to_string(choice.step);
}

std::string sourceOf(const models::ModelChoice& choice) {
    return choice.kind == models::ModelChoice::Kind::run ? choice.runFolder : choice.reference;
}

}  // namespace

const std::vector<GgufOffer>& ggufOffers() {
    static const std::vector<GgufOffer> offers{{"F16", 1e-4},    {"BF16", 1e-4},  {"Q8_0", 0.01},  {"Q6_K", 0.03},
                                               {"Q5_K_M", 0.05}, {"Q4_K_M", 0.2}, {"Q3_K_M", 0.6}, {"Q2_K", 1.5}};
    return offers;
}

bool ExportPlan::has(Target target) const { return std::ranges::find(targets, target) != targets.end(); }

void ExportPlan::set(Target target, bool wanted) {
    if (wanted == has(target)) return;
    if (!wanted) {
        std::erase(targets, target);
        return;
    }
    targets.push_back(target);
    std::ranges::sort(targets);
}

int ExportPlan::count() const {
    int count = 0;
    for (const auto target : targets) count += target == Target::gguf ? int(types.size()) : 1;
    return count;
}

QJsonObject ExportPlan::json() const {
    QJsonArray names;
    for (const auto target : targets) names.append(nameOf(target));
    return {{u"targets"_s, names},
            {u"types"_s, QJsonArray::fromStringList(types)},
            {u"dtype"_s, dtype},
            {u"folder"_s, QString::fromStdString(folder)}};
}

ExportPlan ExportPlan::fromJson(const QJsonObject& json) {
    ExportPlan plan;
    if (!json.contains(u"targets"_s)) return plan;
    plan.targets.clear();
    for (const auto& each : json[u"targets"_s].toArray())
        for (const auto target : {Target::folder, Target::adapter, Target::gguf})
            if (each.toString() == nameOf(target)) plan.set(target, true);
    plan.types.clear();
    const auto types = json[u"types"_s].toArray();
    for (const auto& offer : ggufOffers())
        if (types.contains(QString::fromLatin1(offer.name))) plan.types << QString::fromLatin1(offer.name);
    plan.dtype = json[u"dtype"_s].toString();
    plan.folder = json[u"folder"_s].toString().toStdString();
    return plan;
}

std::vector<ExportPart> partsOf(const ExportPlan& plan, const models::ModelChoice& choice) {
    std::vector<ExportPart> parts;
    for (const auto target : plan.targets) {
        if (!offers(choice, target) || (target == Target::gguf && plan.types.isEmpty())) continue;
        const auto* name = kTargetNames[std::size_t(target)];
        Json arguments = {{"run", sourceOf(choice)},
                          {"step", stepOf(choice)},
                          {"to", name},
                          {"out", (std::filesystem::path(plan.folder) / name).string()}};
        if (target == Target::gguf) arguments["quant"] = plan.types.join(u',').toStdString();
        if (target == Target::folder && !plan.dtype.isEmpty()) arguments["dtype"] = plan.dtype.toStdString();
        parts.push_back({target, std::move(arguments)});
    }
    return parts;
}

QStringList commandsOf(const ExportPlan& plan, const models::ModelChoice& choice) {
    QStringList lines;
    for (const auto& part : partsOf(plan, choice)) {
        const auto value = [&](const char* key) { return QString::fromStdString(part.arguments.value(key, std::string())); };
        auto line = u"anneal export %1 --to %2 --out %3"_s.arg(quoted(value("run")), value("to"), quoted(value("out")));
        for (const auto* option : {"step", "quant", "dtype"})
            if (const auto text = value(option); !text.isEmpty()) line += u" --%1 %2"_s.arg(QString::fromLatin1(option), quoted(text));
        lines << line;
    }
    return lines;
}

bool isSource(const models::ModelChoice& choice) {
    if (choice.isGguf()) return false;
    std::error_code ignored;
    return choice.kind == models::ModelChoice::Kind::run ||
           std::filesystem::exists(std::filesystem::path(choice.reference) / "config.json", ignored);
}

bool offers(const models::ModelChoice& choice, Target target) { return target != Target::adapter || choice.adapter; }

QString recommendedType(const catalogue::ModelConfig& config) {
    return config.parameterCount() < kSmall || catalogue::fallsBack(config, "Q4_K_M") ? u"Q8_0"_s : u"Q4_K_M"_s;
}

QString quoted(const QString& word) {
    static const QRegularExpression plain(u"^[A-Za-z0-9_./,:=+@%-]+$"_s);
    if (plain.match(word).hasMatch()) return word;
    return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

}  // namespace anneal::pages

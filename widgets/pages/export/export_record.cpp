#include "pages/export/export_record.h"

#include <cmath>

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

QString words(const char* text) { return QCoreApplication::translate("ExportGate", text); }

constexpr std::array kTargets{"hf"_L1, "adapter"_L1, "gguf"_L1};

struct CheckWords {
    QLatin1StringView name;
    const char* title;
    const char* meaning;
    const char* advice;
};

constexpr std::array kChecks{
    CheckWords{"text: pre-tokenizer"_L1, QT_TRANSLATE_NOOP("ExportGate", "Tokens of a text"),
               QT_TRANSLATE_NOOP("ExportGate", "Texts in many scripts are cut into the same tokens"),
               QT_TRANSLATE_NOOP("ExportGate",
                                 "llama.cpp cuts texts otherwise than training did, so the model would read other tokens. Export a Hugging "
                                 "Face folder instead.")},
    CheckWords{"text: special ids"_L1, QT_TRANSLATE_NOOP("ExportGate", "Special tokens"),
               QT_TRANSLATE_NOOP("ExportGate", "Begin, end and padding are the same tokens"),
               QT_TRANSLATE_NOOP("ExportGate",
                                 "The base model's tokenizer names other special tokens than the file. Check its tokenizer_config.json.")},
    CheckWords{
        "text: stop ids"_L1, QT_TRANSLATE_NOOP("ExportGate", "Stop tokens"),
        QT_TRANSLATE_NOOP("ExportGate", "Answers end at the same tokens"),
        QT_TRANSLATE_NOOP("ExportGate", "Answers would end elsewhere or not at all. Check the template that the run was trained with.")},
    CheckWords{
        "text: chat template"_L1, QT_TRANSLATE_NOOP("ExportGate", "Chat template"),
        QT_TRANSLATE_NOOP("ExportGate", "Conversations are rendered byte for byte the same"),
        QT_TRANSLATE_NOOP("ExportGate",
                          "A chat would be shown to the model otherwise than in training. Choose a template with a name and train again.")},
    CheckWords{"structure, widened to F32"_L1, QT_TRANSLATE_NOOP("ExportGate", "Same network"),
               QT_TRANSLATE_NOOP("ExportGate", "Widened to F32, the file computes what our engine computes"),
               QT_TRANSLATE_NOOP("ExportGate", "The file does not describe this network. Keep the report and tell us which model it is.")},
    CheckWords{
        "structure"_L1, QT_TRANSLATE_NOOP("ExportGate", "Same network in use"),
        QT_TRANSLATE_NOOP("ExportGate", "As it is, the file computes what our engine computes, but for the runtime's rounding"),
        QT_TRANSLATE_NOOP("ExportGate", "The runtime computes something else than our engine. Try another type, and keep the report.")},
    CheckWords{"quality"_L1, QT_TRANSLATE_NOOP("ExportGate", "Distance to the trained model"),
               QT_TRANSLATE_NOOP("ExportGate", "How far the next-token choices are from those of the trained model"),
               QT_TRANSLATE_NOOP("ExportGate", "This type loses too much of the model. Export one with more bits: Q8_0 or F16.")},
    CheckWords{"quality: greedy text"_L1, QT_TRANSLATE_NOOP("ExportGate", "Same text"),
               QT_TRANSLATE_NOOP("ExportGate", "Answers without sampling are the same, letter by letter"),
               QT_TRANSLATE_NOOP("ExportGate",
                                 "The file writes another text than the trained model. Keep the report and tell us which model it is.")},
    CheckWords{"vocabulary"_L1, QT_TRANSLATE_NOOP("ExportGate", "Vocabulary"),
               QT_TRANSLATE_NOOP("ExportGate", "The file holds as many tokens as the model"),
               QT_TRANSLATE_NOOP("ExportGate", "The tokenizer and the weights do not belong together. Check the base model's folder.")},
};

const CheckWords* wordsOf(const QString& name) {
    const auto found = std::ranges::find_if(kChecks, [&](const CheckWords& each) { return name == each.name; });
    return found == kChecks.end() ? nullptr : &*found;
}

/// The last figure of "mean KL 1.1e-05".
std::optional<double> figureOf(const QString& text) {
    static const QRegularExpression figure(u"([0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?)\\s*$"_s);
    const auto match = figure.match(text);
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

double numberOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>() : std::nan("");
}

}  // namespace

QString ExportRecord::what() const { return target == Target::gguf ? u"GGUF "_s + type : targetText(target); }

const GateLine* ExportRecord::failed() const {
    const auto found = std::ranges::find(checks, false, &GateLine::passed);
    return found == checks.end() ? nullptr : &*found;
}

QJsonObject ExportRecord::json() const {
    QJsonArray lines;
    for (const auto& line : checks)
        lines.append(
            QJsonObject{{u"name"_s, line.name}, {u"passed"_s, line.passed}, {u"measured"_s, line.measured}, {u"bound"_s, line.bound}});
    return {{u"source"_s, source},
            {u"run"_s, run},
            {u"key"_s, key},
            {u"step"_s, qint64(step)},
            {u"target"_s, QString(kTargets[std::size_t(target)])},
            {u"type"_s, type},
            {u"path"_s, path},
            {u"bytes"_s, qint64(bytes)},
            {u"sha256"_s, sha256},
            {u"passed"_s, passed},
            {u"compared"_s, compared},
            {u"same_top_token"_s, sameTopToken},
            {u"mean_kl"_s, std::isfinite(meanKl) ? QJsonValue(meanKl) : QJsonValue()},
            {u"samples"_s, samples},
            {u"checks"_s, lines}};
}

ExportRecord ExportRecord::fromJson(const QJsonObject& json) {
    ExportRecord record;
    record.source = json[u"source"_s].toString();
    record.run = json[u"run"_s].toString();
    record.key = json[u"key"_s].toString();
    record.step = json[u"step"_s].toInteger();
    const auto target = std::find(kTargets.begin(), kTargets.end(), json[u"target"_s].toString());
    record.target = target == kTargets.end() ? Target::gguf : Target(target - kTargets.begin());
    record.type = json[u"type"_s].toString();
    record.path = json[u"path"_s].toString();
    record.bytes = std::uint64_t(json[u"bytes"_s].toInteger());
    record.sha256 = json[u"sha256"_s].toString();
    record.passed = json[u"passed"_s].toBool();
    record.compared = json[u"compared"_s].toInt();
    record.sameTopToken = json[u"same_top_token"_s].toDouble();
    record.meanKl = json[u"mean_kl"_s].toDouble(std::nan(""));
    record.samples = json[u"samples"_s].toString();
    for (const auto& line : json[u"checks"_s].toArray())
        record.checks.push_back(
            {line[u"name"_s].toString(), line[u"passed"_s].toBool(), line[u"measured"_s].toString(), line[u"bound"_s].toString()});
    return record;
}

std::vector<ExportRecord> recordsOf(const Json& answer, Target target, const models::ModelChoice& choice) {
    std::vector<ExportRecord> records;
    for (const auto& artefact : answer.value("artefacts", Json::array())) {
        const auto& gate = artefact.at("gate");
        ExportRecord record;
        record.source = choice.name;
        record.run = choice.run;
        record.key = choice.key();
        record.step = choice.step;
        record.target = target;
        record.type = QString::fromStdString(artefact.value("type", std::string()));
        record.path = QString::fromStdString(artefact.value("path", std::string()));
        record.bytes = artefact.value("bytes", std::uint64_t{0});
        record.passed = gate.value("passed", false);
        record.compared = gate.value("compared", 0);
        record.sameTopToken = numberOf(gate, "top1_agreement");
        record.meanKl = numberOf(gate, "kl_mean");
        record.samples = QString::fromStdString(answer.value("samples", std::string()));
        std::uint64_t largest = 0;
        for (const auto& file : answer.value("files", Json::array())) {
            const auto path = QString::fromStdString(file.value("path", std::string()));
            if (path != record.path && !path.startsWith(record.path + u'/')) continue;
            if (const auto bytes = file.value("bytes", std::uint64_t{0}); bytes >= largest) {
                largest = bytes;
                record.sha256 = QString::fromStdString(file.value("sha256", std::string()));
            }
        }
        for (const auto& check : gate.value("checks", Json::array()))
            record.checks.push_back({QString::fromStdString(check.value("name", std::string())), check.value("passed", false),
                                     QString::fromStdString(check.value("measured", std::string())),
                                     QString::fromStdString(check.value("bound", std::string()))});
        records.push_back(std::move(record));
    }
    return records;
}

controls::ChipLook gateChip(bool passed) {
    return passed ? controls::ChipLook{.text = words(QT_TRANSLATE_NOOP("ExportGate", "Passed")),
                                       .tone = controls::Tone::success,
                                       .icon = "check"}
                  : controls::ChipLook{
                        .text = words(QT_TRANSLATE_NOOP("ExportGate", "Did not pass")), .tone = controls::Tone::danger, .icon = "x"};
}

QString targetText(Target target) {
    switch (target) {
        case Target::folder: return words(QT_TRANSLATE_NOOP("ExportGate", "Hugging Face folder"));
        case Target::adapter: return words(QT_TRANSLATE_NOOP("ExportGate", "PEFT adapter"));
        case Target::gguf: return u"GGUF"_s;
    }
    Q_UNREACHABLE();
}

QString checkTitle(const QString& name) {
    const auto* known = wordsOf(name);
    return known ? words(known->title) : name;
}

QString checkMeaning(const QString& name) {
    const auto* known = wordsOf(name);
    return known ? words(known->meaning) : QString();
}

QString failureAdvice(const QString& name) {
    const auto* known = wordsOf(name);
    return known ? words(known->advice) : QString();
}

std::optional<double> usedShare(const GateLine& line) {
    if (!line.bound.startsWith(u"≤"_s)) return std::nullopt;
    const auto measured = figureOf(line.measured), bound = figureOf(line.bound);
    if (!measured || !bound || *bound <= 0) return std::nullopt;
    return *measured / *bound;
}

std::vector<RunCommand> runCommands(const ExportRecord& record) {
    const auto path = quoted(record.path);
    std::vector<RunCommand> commands{{u"anneal"_s, u"anneal chat --model %1"_s.arg(path)}};
    switch (record.target) {
        case Target::gguf: commands.push_back({u"llama.cpp"_s, u"llama-cli -m %1 -cnv"_s.arg(path)}); break;
        case Target::folder: commands.push_back({u"transformers"_s, u"transformers chat %1"_s.arg(path)}); break;
        case Target::adapter:
            commands.push_back(
                {u"PEFT"_s, u"python -c \"from peft import AutoPeftModelForCausalLM as M; M.from_pretrained('%1')\""_s.arg(record.path)});
            break;
    }
    return commands;
}

}  // namespace anneal::pages

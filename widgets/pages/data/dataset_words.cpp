#include "pages/data/dataset_words.h"

#include <filesystem>

#include <QCoreApplication>

#include "base/json.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using data::Shape;

QString words(const char* text) { return QCoreApplication::translate("DatasetWords", text); }

struct ShapeWords {
    Shape shape;
    const char* name;
    const char* reason;
    std::vector<std::string> parts;
};

const std::vector<ShapeWords>& shapes() {
    static const std::vector<ShapeWords> all{
        {Shape::alpaca,
         QT_TRANSLATE_NOOP("DatasetWords", "Instructions"),
         QT_TRANSLATE_NOOP("DatasetWords", "An instruction, perhaps an input, and the answer"),
         {"prompt", "query", "response", "system", "history"}},
        {Shape::sharegpt,
         QT_TRANSLATE_NOOP("DatasetWords", "Conversations (ShareGPT)"),
         QT_TRANSLATE_NOOP("DatasetWords", "A list of turns, each with who speaks and what is said"),
         {"messages", "system", "tools", "images", "audios"}},
        {Shape::messages,
         QT_TRANSLATE_NOOP("DatasetWords", "Conversations (messages)"),
         QT_TRANSLATE_NOOP("DatasetWords", "A list of messages with role and content"),
         {"messages", "system", "tools", "images", "audios"}},
        {Shape::preference,
         QT_TRANSLATE_NOOP("DatasetWords", "Preferences"),
         QT_TRANSLATE_NOOP("DatasetWords", "A better and a worse answer to one question"),
         {"prompt", "query", "messages", "chosen", "rejected", "system"}},
        {Shape::kto,
         QT_TRANSLATE_NOOP("DatasetWords", "Judged answers (KTO)"),
         QT_TRANSLATE_NOOP("DatasetWords", "An answer and whether it is good"),
         {"messages", "prompt", "query", "response", "kto_tag", "system"}},
        {Shape::promptCompletion,
         QT_TRANSLATE_NOOP("DatasetWords", "Prompts and completions"),
         QT_TRANSLATE_NOOP("DatasetWords", "A text and how it goes on"),
         {"prompt", "response", "system"}},
        {Shape::text,
         QT_TRANSLATE_NOOP("DatasetWords", "Plain text"),
         QT_TRANSLATE_NOOP("DatasetWords", "Text to go on with, every token trained"),
         {"text"}},
        {Shape::classification,
         QT_TRANSLATE_NOOP("DatasetWords", "Labelled texts"),
         QT_TRANSLATE_NOOP("DatasetWords", "A text and the class that it belongs to"),
         {"text", "label"}},
        {Shape::tokens,
         QT_TRANSLATE_NOOP("DatasetWords", "Labelled words"),
         QT_TRANSLATE_NOOP("DatasetWords", "Words or stretches of a text with their labels"),
         {"tokens", "tags", "text", "label"}},
        {Shape::images,
         QT_TRANSLATE_NOOP("DatasetWords", "Images"),
         QT_TRANSLATE_NOOP("DatasetWords", "Images with text or labels"),
         {"images", "text", "label"}},
        {Shape::audio,
         QT_TRANSLATE_NOOP("DatasetWords", "Audio"),
         QT_TRANSLATE_NOOP("DatasetWords", "Recordings with text"),
         {"audios", "text"}},
        {Shape::table,
         QT_TRANSLATE_NOOP("DatasetWords", "Table"),
         QT_TRANSLATE_NOOP("DatasetWords", "Rows and columns without a role in training yet"),
         {}},
    };
    return all;
}

const ShapeWords& wordsOf(Shape shape) {
    for (const auto& each : shapes())
        if (each.shape == shape) return each;
    return shapes().back();
}

struct Named {
    const char* key;
    const char* text;
};
constexpr std::array kParts{Named{"prompt", QT_TRANSLATE_NOOP("DatasetWords", "Instruction")},
                            Named{"query", QT_TRANSLATE_NOOP("DatasetWords", "Input")},
                            Named{"response", QT_TRANSLATE_NOOP("DatasetWords", "Answer")},
                            Named{"system", QT_TRANSLATE_NOOP("DatasetWords", "System")},
                            Named{"history", QT_TRANSLATE_NOOP("DatasetWords", "History")},
                            Named{"messages", QT_TRANSLATE_NOOP("DatasetWords", "Messages")},
                            Named{"tools", QT_TRANSLATE_NOOP("DatasetWords", "Tools")},
                            Named{"images", QT_TRANSLATE_NOOP("DatasetWords", "Images")},
                            Named{"audios", QT_TRANSLATE_NOOP("DatasetWords", "Audio")},
                            Named{"chosen", QT_TRANSLATE_NOOP("DatasetWords", "Better answer")},
                            Named{"rejected", QT_TRANSLATE_NOOP("DatasetWords", "Worse answer")},
                            Named{"kto_tag", QT_TRANSLATE_NOOP("DatasetWords", "Judgement")},
                            Named{"text", QT_TRANSLATE_NOOP("DatasetWords", "Text")},
                            Named{"label", QT_TRANSLATE_NOOP("DatasetWords", "Label")},
                            Named{"tokens", QT_TRANSLATE_NOOP("DatasetWords", "Words")},
                            Named{"tags", QT_TRANSLATE_NOOP("DatasetWords", "Tags")}};

struct Type {
    const char* prefix;
    const char* icon;
    const char* text;
};
constexpr std::array kTypes{Type{"string", "type", QT_TRANSLATE_NOOP("DatasetWords", "Text")},
                            Type{"json", "file-text", QT_TRANSLATE_NOOP("DatasetWords", "Nested (JSON)")},
                            Type{"bool", "check", QT_TRANSLATE_NOOP("DatasetWords", "Yes or no")},
                            Type{"int", "hash", QT_TRANSLATE_NOOP("DatasetWords", "Whole number")},
                            Type{"uint", "hash", QT_TRANSLATE_NOOP("DatasetWords", "Whole number")},
                            Type{"float", "hash", QT_TRANSLATE_NOOP("DatasetWords", "Number")},
                            Type{"double", "hash", QT_TRANSLATE_NOOP("DatasetWords", "Number")},
                            Type{"decimal", "hash", QT_TRANSLATE_NOOP("DatasetWords", "Exact number")},
                            Type{"date", "calendar", QT_TRANSLATE_NOOP("DatasetWords", "Date")},
                            Type{"timestamp", "clock", QT_TRANSLATE_NOOP("DatasetWords", "Date and time")}};

const Type* typeOf(const std::string& type) {
    for (const auto& each : kTypes)
        if (type.starts_with(each.prefix)) return &each;
    return nullptr;
}

}  // namespace

QString shapeText(Shape shape) { return words(wordsOf(shape).name); }
QString shapeReason(Shape shape) { return words(wordsOf(shape).reason); }
std::vector<std::string> partsOf(Shape shape) { return wordsOf(shape).parts; }

QString partText(const std::string& part) {
    for (const auto& each : kParts)
        if (part == each.key) return words(each.text);
    return QString::fromStdString(part);
}

std::string typeIcon(const std::string& type) {
    const auto* known = typeOf(type);
    return known ? known->icon : "tag";
}

QString typeText(const std::string& type) {
    const auto* known = typeOf(type);
    return known ? words(known->text) : QString::fromStdString(type);
}

std::uint64_t bytesOf(const data::Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const auto& file : manifest.files) bytes += std::uint64_t(file.bytes);
    return bytes;
}

QString originText(const data::Manifest& manifest) {
    const OrderedJson* from = &manifest.provenance;
    while (from->is_object() && from->contains("origin") && (*from)["origin"].is_object()) from = &(*from)["origin"];
    if (!from->is_object() || !from->contains("source")) return {};
    const auto source = from->value("source", "");
    const bool address = source.find("://") != std::string::npos;
    return words(QT_TRANSLATE_NOOP("DatasetWords", "from %1"))
        .arg(QString::fromStdString(address ? source : std::filesystem::path(source).filename().string()));
}

QString formatText(const OrderedJson& details) {
    QStringList parts;
    const auto text = [&](const OrderedJson& from, const char* key) {
        const auto found = from.find(key);
        return found != from.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
    };
    const auto add = [&](const QString& part) {
        if (!part.isEmpty()) parts << part;
    };
    add(text(details, "format").toUpper());
    for (const auto* key : {"encoding", "compression", "server", "layout", "sheet", "split_on"}) add(text(details, key));
    if (const auto dialect = details.find("dialect"); dialect != details.end()) {
        const auto delimiter = text(*dialect, "delimiter");
        if (!delimiter.isEmpty())
            add(words(QT_TRANSLATE_NOOP("DatasetWords", "delimiter %1")).arg(delimiter == u"\t"_s ? u"tab"_s : delimiter));
        if (const auto quote = text(*dialect, "quote"); !quote.isEmpty())
            add(words(QT_TRANSLATE_NOOP("DatasetWords", "quote %1")).arg(quote));
        add(dialect->value("header", false) ? words(QT_TRANSLATE_NOOP("DatasetWords", "first row names the columns"))
                                            : words(QT_TRANSLATE_NOOP("DatasetWords", "no header")));
    }
    return parts.join(u" · "_s);
}

}  // namespace anneal::pages

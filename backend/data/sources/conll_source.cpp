#include <algorithm>
#include <array>

#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/render.h"
#include "data/sources/cell.h"
#include "data/sources/conll.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

constexpr std::size_t kFieldsOfConllU = 10;
constexpr std::string_view kDocumentStart = "-DOCSTART-";
constexpr int kLinesLookedAt = 1000;
constexpr double kSure = 0.95;  // of the lines, where nothing else says that it is CoNLL
constexpr double kNamed = 0.5;  // where the name or a person does

struct Layout {
    bool tabs = false;                ///< fields stand between tabs, else between spaces
    bool universal = false;           ///< CoNLL-U
    std::vector<std::string> names;   ///< of the columns kept
    std::vector<std::size_t> fields;  ///< where each stands in the line
    std::size_t width = 0;            ///< fields of a line
};

std::vector<std::string_view> fieldsOf(std::string_view line, bool tabs) {
    std::vector<std::string_view> fields;
    const std::string_view separators = tabs ? "\t" : " \t";
    for (std::size_t begin = 0; begin <= line.size();) {
        const auto end = std::min(line.find_first_of(separators, begin), line.size());
        if (tabs || end > begin) fields.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return fields;
}

bool isTag(std::string_view text) {
    if (text == "O") return true;
    return text.size() > 2 && (text[1] == '-' || text[1] == '_') && std::string_view("BIESLUM").find(text[0]) != std::string_view::npos;
}

bool isComment(std::string_view line, bool universal) { return universal && line.starts_with('#'); }

/// Lines with their number, an empty one between sentences.
template <class Visit>
void forEachLine(std::string_view text, Visit&& visit) {
    std::int64_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        auto line = text.substr(begin, end - begin);
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        visit(line, ++number);
        begin = end + 1;
    }
}

/// The layout that most of the sample's lines have; its width is 0 where they have none.
Layout layoutOf(std::string_view sample, bool whole, double share) {
    if (!whole) sample = sample.substr(0, sample.rfind('\n') + 1);
    Layout layout;
    layout.tabs = sample.find('\t') != std::string_view::npos;
    std::vector<std::size_t> widths;
    int tagged = 0, numbered = 0, outside = 0;
    forEachLine(sample, [&](std::string_view line, std::int64_t) {
        if (line.empty() || line.starts_with(kDocumentStart) || int(widths.size()) >= kLinesLookedAt) return;
        const auto fields = fieldsOf(line, layout.tabs);
        if (line.starts_with('#') && (fields.size() < 2 || !isTag(fields.back()))) return;
        widths.push_back(fields.size());
        tagged += isTag(fields.back());
        outside += fields.back() == "O";
        numbered += fields.size() == kFieldsOfConllU && !fields[0].empty() && fields[0][0] >= '0' && fields[0][0] <= '9';
    });
    if (widths.size() < 2) return layout;
    auto sorted = widths;
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
    const auto usual = sorted[sorted.size() / 2];
    const auto most = int(double(widths.size()) * share);
    const bool even = std::count(widths.begin(), widths.end(), usual) >= most;
    layout.universal = layout.tabs && even && usual == kFieldsOfConllU && numbered >= most;
    if (layout.universal) {
        layout.names = {"tokens", "lemmas", "pos_tags"};
        layout.fields = {1, 2, 3};
        layout.width = usual;
    } else if (even && usual >= 2 && tagged >= most && outside > 0) {
        layout.names = usual == 4   ? std::vector<std::string>{"tokens", "pos_tags", "chunk_tags"}
                       : usual == 3 ? std::vector<std::string>{"tokens", "pos_tags"}
                                    : std::vector<std::string>{"tokens"};
        for (auto i = layout.names.size() + 1; i < usual; ++i) layout.names.push_back("column_" + std::to_string(i));
        layout.names.push_back("ner_tags");
        for (std::size_t i = 0; i < usual; ++i) layout.fields.push_back(i);
        layout.width = usual;
    }
    return layout;
}

/// One sentence on its way into the columns.
class Sentence {
public:
    explicit Sentence(const Layout& layout) : layout_(layout), lists_(layout.names.size()) {}

    void add(std::string_view line, std::int64_t number) {
        if (tokens_ == 0 && reason_.empty()) firstLine_ = number;
        const auto fields = fieldsOf(line, layout_.tabs);
        if (const auto at = base::firstInvalidUtf8(line); at && reason_.empty()) {
            reason_ = "invalid UTF-8 at byte " + std::to_string(*at + 1) + " of line " + std::to_string(number);
        } else if (fields.size() != layout_.width && reason_.empty()) {
            reason_ = std::to_string(fields.size()) + " fields where other lines have " + std::to_string(layout_.width);
            firstLine_ = number;
        }
        if (!reason_.empty()) {
            if (excerpt_.empty()) excerpt_ = line;
            return;
        }
        // CoNLL-U numbers the words that a contraction stands for besides the contraction itself.
        if (layout_.universal && fields[0].find_first_of("-.") != std::string_view::npos) return;
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            lists_[i] += tokens_ == 0 ? '[' : ',';
            appendJsonString(lists_[i], fields[layout_.fields[i]]);
        }
        ++tokens_;
    }
    bool empty() const { return tokens_ == 0 && reason_.empty(); }
    bool bad() const { return !reason_.empty(); }
    Rejection rejection(std::int64_t row) const { return {row, firstLine_, reason_, base::replaceInvalidUtf8(excerpt_)}; }
    void appendTo(std::vector<arrow::StringBuilder>& columns) {
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            lists_[i] += ']';
            if (const auto status = columns[i].Append(lists_[i]); !status.ok()) throw std::runtime_error(status.ToString());
        }
    }
    void clear() {
        for (auto& list : lists_) list.clear();
        tokens_ = 0;
        reason_.clear();
        excerpt_ = {};
    }

private:
    const Layout& layout_;
    std::vector<std::string> lists_;
    std::size_t tokens_ = 0;
    std::int64_t firstLine_ = 0;
    std::string reason_;
    std::string_view excerpt_;
};

class ConllSource : public Source {
public:
    ConllSource(TextInput input, Layout layout) : input_(std::move(input)), layout_(std::move(layout)) {}
    std::string_view format() const override { return "conll"; }
    double position() const override { return input_.position(); }
    Status rewind() override { return input_.rewind(); }
    OrderedJson details() const override {
        auto found = input_.details();
        found["dialect"] = {{"delimiter", layout_.tabs ? "tab" : "space"}, {"columns", layout_.names}};
        return found;
    }
    Result<std::optional<Block>> next() override {
        return input_.next([](std::string_view text, bool atEnd) {
            if (atEnd) return text.size();
            for (auto at = text.rfind('\n'); at != std::string_view::npos && at > 0; at = text.rfind('\n', at - 1)) {
                const auto before = text.substr(0, at);
                if (before.ends_with('\n') || before.ends_with("\n\r")) return at + 1;
            }
            return std::size_t(0);
        });
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema&) const override {
        Parsed parsed;
        std::vector<arrow::StringBuilder> columns(layout_.names.size());
        Sentence sentence(layout_);
        const auto finish = [&] {
            if (sentence.empty()) return;
            ++parsed.rows;
            if (sentence.bad())
                parsed.rejected.push_back(sentence.rejection(parsed.rows));
            else
                sentence.appendTo(columns);
            sentence.clear();
        };
        forEachLine(block.text, [&](std::string_view line, std::int64_t number) {
            if (line.empty() || line.starts_with(kDocumentStart))
                finish();
            else if (!isComment(line, layout_.universal))
                sentence.add(line, number);
        });
        finish();
        parsed.lines = std::count(block.text.begin(), block.text.end(), '\n');
        arrow::FieldVector fields;
        arrow::ArrayVector arrays(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            fields.push_back(makeField(layout_.names[i], ColumnType::json));
            if (const auto status = columns[i].Finish(&arrays[i]); !status.ok()) return fail("out_of_memory", status.ToString());
        }
        parsed.table = arrow::Table::Make(arrow::schema(fields), arrays);
        return parsed;
    }

private:
    TextInput input_;
    Layout layout_;
};

}  // namespace

bool looksLikeConll(std::string_view sample, bool sampleIsWhole) { return layoutOf(sample, sampleIsWhole, kSure).width > 0; }

Opened openConll(const std::filesystem::path& file, const SourceOptions& options) {
    ANNEAL_TRY(input, TextInput::open(file, options, true));
    auto layout = layoutOf(input.sample(), input.sampleIsWhole(), kNamed);
    if (layout.width == 0)
        return fail("format_unknown", file.string() + " does not have one token and its tag a line", "name another format with --format");
    return std::make_unique<ConllSource>(std::move(input), std::move(layout));
}

}  // namespace anneal::data

#include "base/text.h"
#include "data/sources/json_layout.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

class JsonSource : public Source {
public:
    JsonSource(TextInput input, JsonReading reading) : input_(std::move(input)), reading_(std::move(reading)) {}
    std::string_view format() const override { return reading_.layout == JsonLayout::lines ? "jsonl" : "json"; }
    double position() const override { return input_.position(); }
    OrderedJson details() const override {
        auto found = input_.details();
        found["layout"] = layoutName(reading_.layout);
        if (!reading_.rules.records.empty()) found["records"] = base::join(reading_.rules.records, ".");
        if (!reading_.rules.flatten.empty()) found["flatten"] = reading_.rules.flatten;
        return found;
    }

    Status rewind() override {
        first_ = true;
        return input_.rewind();
    }
    Result<std::optional<Block>> next() override {
        const auto skip = first_ ? reading_.skip : 0;
        first_ = false;
        const auto cut = [&](std::string_view text, bool atEnd) {
            switch (reading_.layout) {
                case JsonLayout::lines: return cutAtLine(text, atEnd);
                case JsonLayout::table: return atEnd ? text.size() : std::size_t(0);
                default: return cutAtValue(text, skip, reading_.layout == JsonLayout::members, atEnd);
            }
        };
        auto block = input_.next(cut);
        if (block && *block) (*block)->skip = skip;
        return block;
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override { return parseJson(block, expected, reading_); }

private:
    TextInput input_;
    JsonReading reading_;
    bool first_ = true;
};

}  // namespace

Opened openJson(const std::filesystem::path& file, const SourceOptions& options, bool namedLines) {
    ANNEAL_TRY(input, TextInput::open(file, options, false));
    const auto path = options.records.empty() ? std::vector<std::string>() : base::split(options.records, '.');
    auto reading = detectLayout(input.sample(), input.sampleIsWhole(), namedLines, path);
    reading.rules.flatten = options.flatten;
    return std::make_unique<JsonSource>(std::move(input), std::move(reading));
}

}  // namespace anneal::data

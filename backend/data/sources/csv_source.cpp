#include <algorithm>
#include <charconv>

#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/sources/csv_dialect.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

void must(const arrow::Status& status) {
    if (!status.ok()) throw std::runtime_error(status.ToString());
}

/// A column's cells as text, and what they could be instead.
class CsvColumn {
public:
    void append(std::string_view value, bool quoted) {
        if (value.empty() && !quoted) {
            must(cells_.AppendNull());
            return;
        }
        must(cells_.Append(value));
        if (boolean_) boolean_ = isBoolean(value);
        if (integer_ || real_) {
            const bool missing = isMissing(value);
            missing_ |= missing;
            if (!missing) number_ = true;
            integer_ = integer_ && (missing || isInteger(value));
            real_ = real_ && (missing || isReal(value));
        }
        any_ = true;
    }
    ColumnType type() const {
        if (!any_) return ColumnType::null;
        if (boolean_) return ColumnType::boolean;
        if (!number_) return ColumnType::text;
        return integer_ ? ColumnType::integer : real_ ? ColumnType::real : ColumnType::text;
    }
    std::shared_ptr<arrow::Array> finish(ColumnType type) {
        std::shared_ptr<arrow::StringArray> cells;
        must(cells_.Finish(&cells));
        switch (type) {
            case ColumnType::null: return std::make_shared<arrow::NullArray>(cells->length());
            case ColumnType::boolean:
                return convert<arrow::BooleanBuilder>(*cells, [](std::string_view text) { return text[0] == 't' || text[0] == 'T'; });
            case ColumnType::integer: return convert<arrow::Int64Builder>(*cells, number<std::int64_t>);
            case ColumnType::real: return convert<arrow::DoubleBuilder>(*cells, number<double>);
            default: return cells;
        }
    }

private:
    template <class Number>
    static Number number(std::string_view text) {
        Number value{};
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    template <class Builder, class Convert>
    static std::shared_ptr<arrow::Array> convert(const arrow::StringArray& cells, Convert&& value) {
        Builder builder;
        must(builder.Reserve(cells.length()));
        for (std::int64_t i = 0; i < cells.length(); ++i) {
            const bool missing = cells.IsNull(i) || isMissing(cells.GetView(i));
            must(missing ? builder.AppendNull() : builder.Append(value(cells.GetView(i))));
        }
        std::shared_ptr<arrow::Array> array;
        must(builder.Finish(&array));
        return array;
    }

    arrow::StringBuilder cells_;
    bool boolean_ = true, integer_ = true, real_ = true, number_ = false, missing_ = false, any_ = false;
};

std::vector<std::string> columnNames(const std::vector<CsvField>& first, const CsvDialect& dialect) {
    std::vector<std::string> names;
    std::string buffer;
    for (std::size_t i = 0; i < first.size(); ++i) {
        std::string name = dialect.header ? std::string(base::trim(fieldValue(first[i], dialect.quote, buffer))) : std::string();
        if (name.empty()) name = "column_" + std::to_string(i + 1);
        auto unique = name;
        for (int n = 2; std::find(names.begin(), names.end(), unique) != names.end(); ++n) unique = name + "_" + std::to_string(n);
        names.push_back(std::move(unique));
    }
    return names;
}

class CsvSource : public Source {
public:
    CsvSource(TextInput input, CsvDialect dialect, std::vector<std::string> names)
        : input_(std::move(input)), dialect_(dialect), names_(std::move(names)) {}
    std::string_view format() const override { return dialect_.delimiter == '\t' ? "tsv" : "csv"; }
    Conflict conflict() const override { return Conflict::toText; }
    double position() const override { return input_.position(); }
    Status rewind() override { return input_.rewind(); }

    Result<std::optional<Block>> next() override {
        return input_.next([&](std::string_view text, bool atEnd) {
            if (atEnd) return text.size();
            std::size_t cut = 0;
            for (auto end = endOfRecord(text, 0, dialect_); end != std::string_view::npos && end < text.size();
                 end = endOfRecord(text, end, dialect_))
                cut = end;
            return cut;
        });
    }

    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override {
        Parsed parsed;
        std::vector<CsvColumn> columns(names_.size());
        std::vector<CsvField> fields;
        std::string buffer;
        std::int64_t kept = 0, line = 1;
        bool heading = block.first && dialect_.header;
        const auto text = block.text;
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(endOfRecord(text, begin, dialect_), text.size());
            auto record = text.substr(begin, end - begin);
            begin = end;
            const auto here = line;
            line += std::count(record.begin(), record.end(), '\n');
            if (record.ends_with('\n')) record.remove_suffix(1);
            if (record.ends_with('\r')) record.remove_suffix(1);
            if (record.empty()) continue;
            if (heading) {
                heading = false;
                continue;
            }
            ++parsed.rows;
            const auto reason = mistake(record, fields);
            if (!reason.empty()) {
                parsed.rejected.push_back({parsed.rows, here, reason, base::replaceInvalidUtf8(record.substr(0, 200))});
                continue;
            }
            for (std::size_t i = 0; i < fields.size(); ++i)
                columns[i].append(fieldValue(fields[i], dialect_.quote, buffer), fields[i].quoted);
            ++kept;
        }
        parsed.lines = line - 1;
        arrow::FieldVector schema;
        arrow::ArrayVector arrays;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto field = expected.GetFieldByName(names_[i]);
            const auto type = join(field ? columnType(*field) : ColumnType::null, columns[i].type(), Conflict::toText);
            schema.push_back(makeField(names_[i], type));
            arrays.push_back(columns[i].finish(type));
            parsed.nulls.insert(names_[i]);
        }
        parsed.table = arrow::Table::Make(arrow::schema(schema), arrays, kept);
        return parsed;
    }

private:
    std::string mistake(std::string_view record, std::vector<CsvField>& fields) const {
        if (const auto at = base::firstInvalidUtf8(record)) return "invalid UTF-8 at byte " + std::to_string(*at + 1) + " of the row";
        if (!splitRecord(record, dialect_, fields)) return "a quote is not closed, or text follows it within the field";
        if (fields.size() == names_.size()) return {};
        const auto wanted = std::to_string(names_.size());
        return std::to_string(fields.size()) + (fields.size() == 1 ? " field" : " fields") + " where the " +
               (dialect_.header ? "header has " : "first row has ") + wanted;
    }

    TextInput input_;
    CsvDialect dialect_;
    std::vector<std::string> names_;
};

}  // namespace

Result<std::unique_ptr<Source>> openCsv(const std::filesystem::path& file, const SourceOptions& options, bool tabs) {
    ANNEAL_TRY(input, TextInput::open(file, options.encoding, true, options.blockBytes));
    const auto sample = input.sample();
    auto dialect = detectDialect(sample, input.sampleIsWhole(), options.delimiter != 0 ? options.delimiter : tabs ? '\t' : '\0');
    if (options.header) dialect.header = *options.header;
    auto begin = sample.find_first_not_of("\r\n");
    if (begin == std::string_view::npos) return fail("empty_data", file.string() + " holds no rows", "choose a file with rows");
    auto record = sample.substr(begin, std::min(endOfRecord(sample, begin, dialect), sample.size()) - begin);
    while (record.ends_with('\n') || record.ends_with('\r')) record.remove_suffix(1);
    std::vector<CsvField> fields;
    if (!splitRecord(record, dialect, fields))
        return fail("data_unreadable", file.string() + ": the first row has a quote that is not closed",
                    "correct that row, or name the delimiter");
    auto names = columnNames(fields, dialect);
    return std::make_unique<CsvSource>(std::move(input), dialect, std::move(names));
}

}  // namespace anneal::data

#include "data/media.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/table.h>

#include "base/text.h"
#include "data/arrow_result.h"
#include "data/render.h"

namespace anneal::data {
namespace {

constexpr std::size_t kMostKnown = std::size_t(1) << 20;

constexpr const char* kPathKeys[] = {"path", "image", "audio", "url", "file_name"};

/// Calls `visit` with each path in one cell: text, a list of texts, or objects with a path.
template <class Value>
Status visitReferences(Value& value, const std::function<Status(Value& path)>& visit) {
    if (value.is_string()) {
        if (!value.template get_ref<const std::string&>().empty()) return visit(value);
    } else if (value.is_array()) {
        for (auto& one : value) ANNEAL_CHECK(visitReferences(one, visit));
    } else if (value.is_object()) {
        for (const auto* key : kPathKeys)
            if (value.contains(key)) return visitReferences(value[key], visit);
    }
    return {};
}

}  // namespace

std::vector<std::string> mediaColumns(const Mapping& mapping) {
    std::vector<std::string> columns;
    for (const auto* part : {"images", "audios", "videos"})
        if (const auto column = mapping.column(part)) columns.push_back(*column);
    return columns;
}

bool isRemote(std::string_view reference) { return reference.find("://") != std::string_view::npos || reference.starts_with("data:"); }

std::filesystem::path mediaRoot(const Manifest& manifest) {
    for (const auto* origin = &manifest.provenance; origin->is_object(); origin = &origin->at("origin")) {
        if (origin->contains("media_root")) return origin->at("media_root").get<std::string>();
        if (!origin->contains("origin")) break;
    }
    return {};
}

Result<std::string> replaceReferences(std::string_view cell, bool json,
                                      const std::function<Result<std::string>(const std::string& reference)>& replace) {
    auto value = json ? OrderedJson::parse(cell, nullptr, false) : OrderedJson(cell);
    if (value.is_discarded()) value = cell;
    ANNEAL_CHECK(visitReferences<OrderedJson>(value, [&](OrderedJson& path) -> Status {
        ANNEAL_TRY(with, replace(path.get<std::string>()));
        path = with;
        return {};
    }));
    return json ? base::dumpJson(value) : value.get<std::string>();
}

MediaFinder::MediaFinder(std::filesystem::path root, std::vector<std::string> columns, bool reject)
    : root_(std::move(root)), columns_(std::move(columns)), reject_(reject) {}

bool MediaFinder::exists(const std::string& reference) {
    {
        std::lock_guard lock(mutex_);
        if (const auto known = known_.find(reference); known != known_.end()) return known->second;
    }
    std::error_code error;
    const std::filesystem::path path(reference);
    const bool there = std::filesystem::is_regular_file(path.is_absolute() ? path : root_ / path, error);
    std::lock_guard lock(mutex_);
    if (known_.size() < kMostKnown) known_.emplace(reference, there);
    return there;
}

std::string MediaFinder::missing(const arrow::Table& table, const std::vector<int>& columns, std::int64_t row) {
    std::vector<std::string> references;
    std::string text;
    for (const auto column : columns) {
        const auto& chunk = *table.column(column)->chunk(0);
        text.clear();
        appendPlain(text, chunk, row);
        const auto parsed = text.starts_with('[') || text.starts_with('{') ? Json::parse(text, nullptr, false) : Json(text);
        const Json value = parsed.is_discarded() ? Json(text) : parsed;
        (void)visitReferences<const Json>(value, [&](const Json& path) -> Status {
            references.push_back(path.get<std::string>());
            return {};
        });
    }
    std::string first;
    for (const auto& reference : references) {
        if (isRemote(reference)) {
            ++remote_;
        } else if (exists(reference)) {
            ++found_;
        } else {
            ++missing_;
            if (first.empty()) first = reference;
        }
    }
    return first;
}

Status MediaFinder::check(Parsed& parsed) {
    ANNEAL_TRY(table, checked(parsed.table->CombineChunks(), "media"));
    std::vector<int> columns;
    for (const auto& name : columns_)
        if (const auto index = table->schema()->GetFieldIndex(name); index >= 0) columns.push_back(index);
    if (columns.empty() || table->num_rows() == 0) return {};
    std::vector<std::shared_ptr<arrow::Table>> kept;
    std::int64_t begin = 0;
    // A parser numbers what it rejected among all rows; those it kept fill the numbers between.
    std::vector<Rejection> rejected;
    std::size_t passed = 0;
    std::int64_t number = 0;
    for (std::int64_t row = 0; row < table->num_rows(); ++row) {
        for (++number; passed < parsed.rejected.size() && parsed.rejected[passed].row <= number; ++passed)
            number += parsed.rejected[passed].row == number;
        const auto lost = missing(*table, columns, row);
        if (lost.empty()) continue;
        {
            std::lock_guard lock(mutex_);
            if (firstMissing_.empty()) firstMissing_ = lost;
        }
        if (!reject_) continue;
        rejected.push_back({number, 0, lost + " is not below " + root_.string(), {}, {}});
        if (row > begin) kept.push_back(table->Slice(begin, row - begin));
        begin = row + 1;
    }
    if (rejected.empty()) return {};
    kept.push_back(table->Slice(begin));
    ANNEAL_TRY(rest, checked(arrow::ConcatenateTables(kept), "media"));
    parsed.table = rest;
    parsed.rejected.insert(parsed.rejected.end(), rejected.begin(), rejected.end());
    std::stable_sort(parsed.rejected.begin(), parsed.rejected.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    return {};
}

std::vector<std::string> MediaFinder::warnings() const {
    std::vector<std::string> warnings;
    if (missing_ > 0) {
        std::lock_guard lock(mutex_);
        warnings.push_back(base::formatCount(missing_) + " media files that rows name are not below " + root_.string() + ", e.g. " +
                           firstMissing_);
    }
    if (remote_ > 0) warnings.push_back(base::formatCount(remote_) + " media are addresses or embedded data, which were not looked at");
    return warnings;
}

}  // namespace anneal::data

#include "data/rejection_log.h"

#include <algorithm>

#include "base/files.h"

namespace anneal::data {
namespace {

constexpr std::size_t kReasonsKept = 100;

/// "invalid UTF-8 at byte 12 of the row" → "invalid UTF-8 at byte … of the row"
std::string kindOf(const std::string& reason) {
    std::string kind;
    bool digits = false;
    for (const char c : reason) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit) kind += c;
        if (digit && !digits) kind += "…";
        digits = digit;
    }
    return kind;
}

}  // namespace

Result<RejectionLog> RejectionLog::create(const std::filesystem::path& file) {
    RejectionLog log;
    log.file_ = file;
    errno = 0;
    log.out_.open(file, std::ios::binary | std::ios::trunc);
    if (!log.out_) return fail(base::errnoError("write_failed", "could not write", file));
    return log;
}

Status RejectionLog::add(const std::vector<Rejection>& rejected, bool first, std::int64_t rows, std::int64_t lines) {
    if (first) lines_ = 0;
    for (auto one : rejected) {
        if (one.row > 0) one.row += rows_;
        if (one.line > 0) one.line += lines_;
        OrderedJson document = {{"row", nullptr}, {"line", nullptr}, {"reason", one.reason}, {"text", one.text}};
        if (one.row > 0) document["row"] = one.row;
        if (one.line > 0) document["line"] = one.line;
        if (!one.file.empty()) document["file"] = one.file;
        errno = 0;
        if (!(out_ << base::dumpJson(document) << '\n')) return fail(base::errnoError("write_failed", "could not write", file_));
        if (reasons_.size() < kReasonsKept || reasons_.count(kindOf(one.reason)) > 0) ++reasons_[kindOf(one.reason)];
        if (first_.size() < kRejectionsReported) first_.push_back(std::move(one));
        ++count_;
    }
    rows_ += rows;
    lines_ += lines;
    return {};
}

Status RejectionLog::close() {
    errno = 0;
    out_.close();
    if (!out_) return fail(base::errnoError("write_failed", "could not write", file_));
    return {};
}

OrderedJson RejectionLog::reasons() const {
    std::vector<std::pair<std::string, std::int64_t>> sorted(reasons_.begin(), reasons_.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    auto list = OrderedJson::array();
    for (const auto& [reason, count] : sorted) list.push_back({{"reason", reason}, {"count", count}});
    return list;
}

}  // namespace anneal::data

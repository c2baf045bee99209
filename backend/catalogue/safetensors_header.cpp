#include "catalogue/safetensors_header.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <set>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"

namespace anneal::catalogue {
namespace {

constexpr std::uint64_t kLongestHeader = 100'000'000;  // bytes, the limit of the reference implementation
constexpr std::string_view kIndexName = "model.safetensors.index.json";
constexpr std::string_view kDownloadAgain = "download the file again, and compare its size with the published one";

auto invalid(const std::filesystem::path& file, const std::string& what) {
    return fail("safetensors_invalid", file.string() + " is not a valid safetensors file: " + what, std::string(kDownloadAgain));
}

bool isPickle(const std::filesystem::path& file) {
    static constexpr std::array<std::string_view, 5> kExtensions = {".bin", ".pt", ".pth", ".ckpt", ".pkl"};
    return std::ranges::find(kExtensions, std::string_view(file.extension().native())) != kExtensions.end();
}

auto pickleRefused(const std::filesystem::path& file) {
    return fail(
        "pickle_refused", file.string() + " is a pickle file: weights are never loaded from pickle, which can run code",
        "use the model's safetensors files, or convert it with transformers: model.save_pretrained(folder, safe_serialization=True)");
}

/// nlohmann keeps the last of two equal keys, so the parser is watched for a repeated one.
Result<OrderedJson> parseHeader(std::string_view text, const std::filesystem::path& file) {
    std::vector<std::set<std::string>> open;
    std::string repeated;
    const auto watch = [&](int, OrderedJson::parse_event_t event, OrderedJson& value) {
        if (event == OrderedJson::parse_event_t::object_start) open.emplace_back();
        if (event == OrderedJson::parse_event_t::object_end) open.pop_back();
        if (event == OrderedJson::parse_event_t::key && !open.back().insert(value.get<std::string>()).second)
            repeated = value.get<std::string>();
        return true;
    };
    auto json = OrderedJson::parse(text, watch, false);
    if (json.is_discarded() || !json.is_object()) return invalid(file, "its header is not JSON");
    if (!repeated.empty()) return invalid(file, "\"" + repeated + "\" appears twice in its header");
    return json;
}

bool isIndex(const OrderedJson& value) {
    return value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
}

Result<TensorEntry> parseTensor(const std::string& name, const OrderedJson& json, const std::filesystem::path& file) {
    const bool shaped = json.is_object() && json.contains("dtype") && json["dtype"].is_string() && json.contains("shape") &&
                        json["shape"].is_array() && json.contains("data_offsets") && json["data_offsets"].is_array() &&
                        json["data_offsets"].size() == 2 && std::ranges::all_of(json["shape"], isIndex) &&
                        std::ranges::all_of(json["data_offsets"], isIndex);
    if (!shaped) return invalid(file, "the entry of " + name + " is malformed");
    TensorEntry entry;
    entry.dtype = json["dtype"].get<std::string>();
    entry.file = file;
    const auto begin = json["data_offsets"][0].get<std::uint64_t>();
    const auto end = json["data_offsets"][1].get<std::uint64_t>();
    if (end < begin) return invalid(file, "the offsets of " + name + " run backwards");
    std::uint64_t bytes = dtypeBytes(entry.dtype);
    if (bytes == 0) return invalid(file, name + " has the unknown type " + entry.dtype);
    for (const auto& size : json["shape"]) {
        const auto extent = size.get<std::uint64_t>();
        if (extent != 0 && bytes > std::numeric_limits<std::int64_t>::max() / extent)
            return invalid(file, "the shape of " + name + " is too large");
        bytes *= extent;
        entry.shape.push_back(std::int64_t(extent));
    }
    if (bytes != end - begin)
        return invalid(file, name + " has " + std::to_string(end - begin) + " bytes where its shape needs " + std::to_string(bytes));
    entry.offset = begin;
    entry.bytes = bytes;
    return entry;
}

}  // namespace

std::int64_t TensorEntry::count() const {
    std::int64_t product = 1;
    for (const auto size : shape) product *= size;
    return product;
}

std::uint64_t dtypeBytes(std::string_view dtype) {
    static constexpr std::array<std::pair<std::string_view, std::uint64_t>, 14> kBytes = {{{"F64", 8},
                                                                                           {"I64", 8},
                                                                                           {"U64", 8},
                                                                                           {"F32", 4},
                                                                                           {"I32", 4},
                                                                                           {"U32", 4},
                                                                                           {"F16", 2},
                                                                                           {"BF16", 2},
                                                                                           {"I16", 2},
                                                                                           {"U16", 2},
                                                                                           {"I8", 1},
                                                                                           {"U8", 1},
                                                                                           {"BOOL", 1},
                                                                                           {"F8_E4M3", 1}}};
    const auto found = std::ranges::find(kBytes, dtype, &std::pair<std::string_view, std::uint64_t>::first);
    return found == kBytes.end() ? dtype == "F8_E5M2" : found->second;
}

Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path& file) {
    if (isPickle(file)) return pickleRefused(file);
    ANNEAL_TRY(mapped, base::MappedFile::open(file));
    const auto text = mapped.text();
    std::uint64_t headerSize = 0;
    if (text.size() < sizeof headerSize)
        return fail("safetensors_truncated", file.string() + " has only " + std::to_string(text.size()) + " bytes",
                    std::string(kDownloadAgain));
    std::memcpy(&headerSize, text.data(), sizeof headerSize);
    if (headerSize > kLongestHeader) return invalid(file, "it does not start with a header size");
    if (headerSize > text.size() - sizeof headerSize)
        return fail("safetensors_truncated", file.string() + " ends inside its header", std::string(kDownloadAgain));
    ANNEAL_TRY(json, parseHeader(text.substr(sizeof headerSize, headerSize), file));

    SafetensorsHeader header;
    header.dataOffset = sizeof headerSize + headerSize;
    std::vector<std::pair<std::uint64_t, const TensorEntry*>> byOffset;
    for (const auto& [name, value] : json.items()) {
        if (name == "__metadata__") {
            if (value.is_object())
                for (const auto& [key, note] : value.items())
                    if (note.is_string()) header.metadata[key] = note.get<std::string>();
            continue;
        }
        ANNEAL_TRY(entry, parseTensor(name, value, file));
        entry.offset += header.dataOffset;
        if (entry.offset + entry.bytes > text.size())
            return fail("safetensors_truncated",
                        file.string() + " is truncated: " + name + " needs bytes up to " + std::to_string(entry.offset + entry.bytes) +
                            " and the file has " + std::to_string(text.size()),
                        std::string(kDownloadAgain));
        byOffset.emplace_back(entry.offset, &(header.tensors[name] = entry));
    }
    std::ranges::sort(byOffset, {}, [](const auto& place) { return std::pair(place.first, place.second->bytes); });
    for (std::size_t i = 1; i < byOffset.size(); ++i)
        if (byOffset[i - 1].first + byOffset[i - 1].second->bytes > byOffset[i].first) return invalid(file, "two of its tensors overlap");
    return header;
}

Result<std::map<std::string, TensorEntry>> readModelTensors(const std::filesystem::path& folder) {
    std::error_code ignored;
    const auto indexFile = folder / kIndexName;
    if (!std::filesystem::exists(indexFile, ignored)) {
        const auto single = folder / "model.safetensors";
        if (std::filesystem::exists(single, ignored)) {
            ANNEAL_TRY(header, readSafetensorsHeader(single));
            return std::move(header.tensors);
        }
        for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
            if (isPickle(entry.path())) return pickleRefused(entry.path());
        return fail("weights_missing", folder.string() + " has no model.safetensors", "copy the model's safetensors files into the folder");
    }
    ANNEAL_TRY(index, base::readJson(indexFile));
    if (!index.is_object() || !index.contains("weight_map") || !index["weight_map"].is_object())
        return fail("index_mismatch", indexFile.string() + " has no weight_map", std::string(kDownloadAgain));
    std::map<std::string, std::set<std::string>> byShard;
    for (const auto& [name, shard] : index["weight_map"].items()) {
        if (!shard.is_string() || std::filesystem::path(shard.get<std::string>()).filename() != shard.get<std::string>())
            return fail("index_mismatch", indexFile.string() + ": the shard of " + name + " is not a file name",
                        std::string(kDownloadAgain));
        byShard[shard.get<std::string>()].insert(name);
    }
    std::map<std::string, TensorEntry> all;
    for (const auto& [shard, names] : byShard) {
        const auto file = folder / shard;
        if (!std::filesystem::exists(file, ignored))
            return fail("shard_missing", file.string() + " is missing: " + std::string(kIndexName) + " names it",
                        "download that shard into the folder");
        ANNEAL_TRY(header, readSafetensorsHeader(file));
        for (const auto& name : names)
            if (!header.tensors.contains(name))
                return fail("index_mismatch", file.string() + " does not hold " + name + ", which the index says",
                            "download the index and the shards of one revision");
        for (auto& [name, entry] : header.tensors)
            if (!all.emplace(name, std::move(entry)).second)
                return fail("index_mismatch", name + " is in more than one shard of " + folder.string(),
                            "download the shards of one revision");
    }
    return all;
}

}  // namespace anneal::catalogue

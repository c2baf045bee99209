#include <cerrno>
#include <fstream>

#include "base/files.h"
#include "base/hash.h"
#include "base/json.h"
#include "nn/weights/dtypes.h"
#include "nn/weights/safetensors.h"

namespace anneal::nn {
namespace {

constexpr std::size_t kHeaderAlignment = 8;  // bytes; the data then starts aligned too

std::string header(const std::vector<NamedTensor>& tensors, const std::map<std::string, std::string>& metadata) {
    OrderedJson json = OrderedJson::object();
    if (!metadata.empty()) json["__metadata__"] = metadata;
    std::int64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const auto end = offset + static_cast<std::int64_t>(tensor.nbytes());
        json[name] = {{"dtype", toSafetensors(tensor.scalar_type())}, {"shape", tensor.sizes().vec()}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    auto text = base::dumpJson(json);
    text.append((kHeaderAlignment - text.size() % kHeaderAlignment) % kHeaderAlignment, ' ');
    return text;
}

std::int64_t bytesOf(const std::vector<NamedTensor>& tensors) {
    std::int64_t total = 0;
    for (const auto& named : tensors) total += static_cast<std::int64_t>(named.tensor.nbytes());
    return total;
}

std::string shardName(std::size_t shard, std::size_t shards) {
    const auto digits = [](std::size_t number) {
        const auto text = std::to_string(number);
        return std::string(text.size() < 5 ? 5 - text.size() : 0, '0') + text;
    };
    return "model-" + digits(shard) + "-of-" + digits(shards) + ".safetensors";
}

}  // namespace

Status writeSafetensors(const std::filesystem::path& file, const std::vector<NamedTensor>& tensors,
                        const std::map<std::string, std::string>& metadata) {
    for (const auto& [name, tensor] : tensors)
        if (toSafetensors(tensor.scalar_type()).empty())
            return fail("unsupported_dtype", name + " is of a type that safetensors cannot hold",
                        "save it as float32, bfloat16 or float16");
    const auto aside = std::filesystem::path(file.string() + "." + base::randomUuid() + ".part");
    const auto abandon = [&] {
        auto error = base::errnoError("write_failed", "could not write", file);
        std::error_code ignored;
        std::filesystem::remove(aside, ignored);
        return fail(std::move(error));
    };
    std::ofstream stream(aside, std::ios::binary);
    const auto text = header(tensors, metadata);
    const auto size = static_cast<std::uint64_t>(text.size());
    stream.write(reinterpret_cast<const char*>(&size), sizeof size);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    for (const auto& [name, tensor] : tensors) {
        const auto plain = tensor.detach().to(at::kCPU).contiguous();
        stream.write(static_cast<const char*>(plain.const_data_ptr()), static_cast<std::streamsize>(plain.nbytes()));
        if (!stream) return abandon();
    }
    stream.close();
    if (!stream) return abandon();
    ANNEAL_CHECK(base::syncPath(aside));
    std::error_code problem;
    std::filesystem::rename(aside, file, problem);
    if (problem) {
        errno = problem.value();
        return abandon();
    }
    return base::syncPath(file.parent_path().empty() ? "." : file.parent_path());
}

Status writeShardedSafetensors(const std::filesystem::path& folder, const std::vector<NamedTensor>& tensors, std::int64_t maxShardBytes) {
    const std::map<std::string, std::string> metadata{{"format", "pt"}};
    const auto total = bytesOf(tensors);
    if (total <= maxShardBytes) return writeSafetensors(folder / "model.safetensors", tensors, metadata);

    std::vector<std::vector<NamedTensor>> shards(1);
    std::int64_t filled = 0;
    for (const auto& named : tensors) {
        const auto bytes = static_cast<std::int64_t>(named.tensor.nbytes());
        if (filled > 0 && filled + bytes > maxShardBytes) {
            shards.emplace_back();
            filled = 0;
        }
        shards.back().push_back(named);
        filled += bytes;
    }
    OrderedJson index;
    index["metadata"]["total_size"] = total;
    for (std::size_t s = 0; s < shards.size(); ++s) {
        const auto name = shardName(s + 1, shards.size());
        ANNEAL_CHECK(writeSafetensors(folder / name, shards[s], metadata));
        for (const auto& named : shards[s]) index["weight_map"][named.name] = name;
    }
    return base::writeFileAtomically(folder / "model.safetensors.index.json", base::dumpJson(index, 2) + "\n");
}

}  // namespace anneal::nn

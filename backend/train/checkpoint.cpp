#include "train/checkpoint.h"

#include <algorithm>

#include "base/files.h"
#include "base/log.h"
#include "base/seal.h"
#include "nn/adapters/lora.h"
#include "nn/load.h"
#include "nn/weights/safetensors.h"
#include "text/tokenizer_files.h"

namespace anneal::train {

namespace {

namespace fs = std::filesystem;

std::string randomName(int rank) { return "rank." + std::to_string(rank); }

Status writeModel(const nn::CausalLm& model, const fs::path& source, const fs::path& folder, std::optional<at::ScalarType> dtype) {
    if (model.adapter) return nn::saveAdapter(model, folder);
    ANNEAL_CHECK(nn::saveCausalLm(model, source, folder, {.dtype = dtype}));
    ANNEAL_CHECK(text::copyTokenizer(source, folder));
    if (const auto sampling = source / "generation_config.json"; fs::exists(sampling)) {
        ANNEAL_TRY(bytes, base::readFile(sampling));
        ANNEAL_CHECK(base::writeFileAtomically(folder / sampling.filename(), bytes));
    }
    return {};
}

Status isReadable(const fs::path& checkpoint) {
    ANNEAL_CHECK(base::checkSeal(checkpoint));
    ANNEAL_CHECK(readTrainerState(checkpoint));
    ANNEAL_CHECK(nn::SafetensorsReader::open(checkpoint / "optimizer.safetensors"));
    ANNEAL_CHECK(nn::SafetensorsReader::open(checkpoint / "random.safetensors"));
    const auto adapter = checkpoint / "adapter_model.safetensors";
    ANNEAL_CHECK(nn::SafetensorsReader::open(fs::exists(adapter) ? adapter : checkpoint));
    return {};
}

}  // namespace

Status writeCheckpoint(const runs::RunDirectory& directory, const nn::CausalLm& model, const AdamW& optimizer, const TrainerState& state,
                       const std::vector<at::Tensor>& randomStates, const fs::path& source) {
    ANNEAL_TRY(staged, base::StagedDirectory::create(directory.checkpoint(state.step)));
    ANNEAL_CHECK(writeModel(model, source, staged.path(), {}));

    std::vector<nn::NamedTensor> moments;
    for (auto& [name, tensor] : optimizer.state()) moments.push_back({name, tensor});
    ANNEAL_CHECK(nn::writeSafetensors(staged.path() / "optimizer.safetensors", moments));

    std::vector<nn::NamedTensor> random;
    for (std::size_t rank = 0; rank < randomStates.size(); ++rank)
        random.push_back({randomName(static_cast<int>(rank)), randomStates[rank]});
    ANNEAL_CHECK(nn::writeSafetensors(staged.path() / "random.safetensors", random));

    ANNEAL_CHECK(base::writeFileAtomically(staged.path() / "trainer_state.json", base::dumpJson(state.toJson(), 2) + "\n"));
    ANNEAL_CHECK(base::sealFolder(staged.path()));
    return staged.commit(/*replace=*/true);
}

void removeRemnants(const runs::RunDirectory& directory) {
    base::removeStale(directory.root());
    base::removeStale(directory.checkpoints());
    std::vector<fs::path> halves;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(directory.checkpoints(), error))
        if (entry.path().filename().string().starts_with("step-") && !base::isComplete(entry.path())) halves.push_back(entry.path());
    for (const auto& half : halves) fs::remove_all(half, error);
}

std::optional<runs::CheckpointInfo> newestCheckpoint(const runs::RunDirectory& directory) {
    auto checkpoints = directory.checkpointList();
    for (; !checkpoints.empty(); checkpoints.pop_back()) {
        const auto readable = isReadable(checkpoints.back().path);
        if (readable) return checkpoints.back();
        base::logWarning(checkpoints.back().path.string() + " is passed over: " + readable.error().message);
    }
    return {};
}

Result<TrainerState> readTrainerState(const fs::path& checkpoint) {
    ANNEAL_TRY(document, base::readJson(checkpoint / "trainer_state.json"));
    return TrainerState::fromJson(document);
}

Status readOptimizer(const fs::path& checkpoint, AdamW& optimizer, std::int64_t steps) {
    ANNEAL_TRY(reader, nn::SafetensorsReader::open(checkpoint / "optimizer.safetensors"));
    std::map<std::string, at::Tensor> state;
    for (const auto& [name, entry] : reader.entries()) {
        ANNEAL_TRY(tensor, reader.tensor(name));
        state.emplace(name, tensor);
    }
    return optimizer.load(state, steps);
}

Result<at::Tensor> readRandomState(const fs::path& checkpoint, int rank) {
    ANNEAL_TRY(reader, nn::SafetensorsReader::open(checkpoint / "random.safetensors"));
    if (!reader.contains(randomName(rank))) return at::Tensor();
    ANNEAL_TRY(state, reader.tensor(randomName(rank)));
    return state.clone();
}

void pruneCheckpoints(const runs::RunDirectory& directory, int keep, std::int64_t best) {
    if (keep <= 0) return;
    auto checkpoints = directory.checkpointList();
    std::erase_if(checkpoints, [best](const auto& checkpoint) { return checkpoint.step == best; });
    while (checkpoints.size() > static_cast<std::size_t>(keep)) {
        std::error_code error;
        // DONE goes first: half a checkpoint must not look whole.
        fs::remove(checkpoints.front().path / "DONE", error);
        fs::remove_all(checkpoints.front().path, error);
        checkpoints.erase(checkpoints.begin());
    }
}

Status writeResult(const fs::path& target, const nn::CausalLm& model, const fs::path& source, std::optional<at::ScalarType> dtype) {
    ANNEAL_TRY(staged, base::StagedDirectory::create(target));
    ANNEAL_CHECK(writeModel(model, source, staged.path(), dtype));
    ANNEAL_CHECK(base::sealFolder(staged.path()));
    return staged.commit(/*replace=*/true);
}

}  // namespace anneal::train

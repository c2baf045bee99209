#pragma once
// What a run is to do: RUN.yaml with LLaMA-Factory's field names, checked whole before anything starts.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::runs {

enum class Stage { sft, pt };
enum class FinetuningType { full, lora, freeze };
enum class LrScheduler { cosine, linear, constant, constantWithWarmup, warmupStableDecay };
enum class IntervalStrategy { no, steps, epoch };
/// automatic: BF16 where the device computes in it, FP32 elsewhere.
enum class ComputeDtype { automatic, fp32, bf16, fp16 };
enum class DeviceKind { automatic, cpu, cuda };

/// One checked RUN.yaml. Members bear the key's name in camelCase and the default that careful users set.
struct RunSpec {
    // model
    std::string modelNameOrPath;    ///< a folder, or a catalogue name until frozen; then always a folder
    std::string adapterNameOrPath;  ///< continue from this PEFT adapter; empty: a new one
    bool trainFromScratch = false;  ///< random weights from config.json alone
    // method
    Stage stage = Stage::sft;
    FinetuningType finetuningType = FinetuningType::lora;
    int loraRank = 16;
    double loraAlpha = 0;  ///< 0 in the file: twice the rank; always set after parse
    double loraDropout = 0;
    std::vector<std::string> loraTarget = {"all"};  ///< "all": every linear layer of the blocks; else module names
    bool useRslora = false;
    int freezeTrainableLayers = 2;  ///< last n blocks are trained; negative: the first n
    // data
    std::vector<std::string> dataset;  ///< paths, imported ids, or names in dataset_info.json
    std::string datasetDir = "data";
    std::vector<std::string> evalDataset;
    double valSize = 0;                      ///< below 1 a share of the rows, else a count
    std::string templateName;                ///< empty: the tokenizer's own
    int cutoffLen = 2048;                    ///< tokens a sample
    std::optional<std::int64_t> maxSamples;  ///< first rows of each data set
    bool packing = false;
    bool neatPacking = false;  ///< both pack without attention across samples
    bool groupByLength = false;
    bool shuffle = true;
    bool trainOnPrompt = false;
    bool maskHistory = false;  ///< only the last assistant turn is trained
    bool appendEos = true;
    int preprocessingNumWorkers = 0;  ///< 0: all cores
    // output
    std::string outputDir;  ///< the run's directory; empty: dataHome/runs/ID
    int loggingSteps = 10;
    IntervalStrategy saveStrategy = IntervalStrategy::steps;
    int saveSteps = 1000;
    int saveTotalLimit = 3;  ///< newest kept beside the best; 0: all
    std::optional<int> evalSteps;
    IntervalStrategy evalStrategy = IntervalStrategy::no;
    bool loadBestModelAtEnd = false;
    int earlyStoppingPatience = 5;  ///< evaluations without gain; 0: never stops early
    bool plotLoss = false;
    // training
    int perDeviceTrainBatchSize = 8;
    int perDeviceEvalBatchSize = 8;
    int gradientAccumulationSteps = 1;
    double learningRate = 0;  ///< always set after parse: 2e-4 for LoRA, 2e-5 else
    double numTrainEpochs = 3;
    std::int64_t maxSteps = 0;  ///< 0: by epochs; ends earlier than them otherwise
    LrScheduler lrSchedulerType = LrScheduler::cosine;
    double warmupRatio = 0.03;
    std::int64_t warmupSteps = 0;  ///< when above 0 it wins over warmupRatio
    double weightDecay = 0.01;     ///< none on norms and biases
    double adamBeta1 = 0.9;
    double adamBeta2 = 0.999;
    double adamEpsilon = 1e-8;
    double maxGradNorm = 1.0;  ///< 0: no clipping
    std::uint64_t seed = 42;
    ComputeDtype computeDtype = ComputeDtype::automatic;
    bool pureBf16 = false;               ///< trained weights are BF16 too
    bool gradientCheckpointing = false;  ///< the backward pass runs each block again: less memory, a third more time
    // machine
    DeviceKind device = DeviceKind::automatic;
    int threads = 0;       ///< CPU threads a rank; 0: cores divided by the ranks
    int nprocPerNode = 1;  ///< ranks the supervisor starts, as torchrun's --nproc_per_node

    /// Keys accepted without effect, one log line each: {key, why}.
    std::vector<std::pair<std::string, std::string>> ignored;

    bool hasEvalData() const { return valSize > 0 || !evalDataset.empty(); }

    /// Reads RUN.yaml. `overrides` are "key=value" texts that win over the file. Errors carry file and line:
    /// "key_unknown" (suggests the nearest), "key_refused" (with the reason), "value_invalid", "yaml_invalid".
    static Result<RunSpec> load(const std::filesystem::path& file, const std::vector<std::string>& overrides = {});
    static Result<RunSpec> fromJson(const OrderedJson& keys);
    /// Every key with its value, in the order of this struct, as LLaMA-Factory writes it.
    OrderedJson toJson() const;
    std::string toYaml() const;
};

std::string toText(Stage);
std::string toText(FinetuningType);
std::string toText(LrScheduler);
std::string toText(IntervalStrategy);
std::string toText(ComputeDtype);
std::string toText(DeviceKind);

/// How the keys of LLaMA-Factory's examples are treated.
enum class KeyTreatment { honoured, withoutEffect, refused };
struct KeyRule {
    KeyTreatment treatment;
    std::string reason;  ///< of withoutEffect and refused
};
std::optional<KeyRule> keyRule(std::string_view key);

/// Keys whose value differs between two specs.
std::vector<std::string> differingKeys(const RunSpec& a, const RunSpec& b);

}  // namespace anneal::runs

#include <cmath>

#include "export/gguf.h"
#include "export/gguf_model.h"
#include "export/gguf_type.h"
#include "export/llama_runtime.h"
#include "export/pre_tokenizer.h"
#include "export/quantise.h"
#include "export/reference.h"
#include "model_fixture.h"
#include "nn/weights/safetensors.h"

namespace anneal::exporting {
namespace {

namespace fs = std::filesystem;
using test::succeeded;

double largestDifference(const std::vector<float>& a, const std::vector<float>& b) {
    if (a.size() != b.size()) return 1e9;
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::fabs(double(a[i]) - b[i]));
    return largest;
}

TEST(Gguf, answers_as_transformers_did) {
    for (const char* name : {"llama", "llama_gqa_tied_llama3", "llama_biases_linear", "qwen2_tied", "qwen3", "qwen3_bf16_sharded"}) {
        SCOPED_TRACE(name);
        test::TemporaryFolder folder;
        const auto model = folder / "model";
        fs::copy(test::golden() / "models" / name, model, fs::copy_options::recursive);
        // The golden models have no tokenizer: 96 characters of GPT-2's alphabet make one.
        Json vocabulary;
        for (int i = 0; i < 94; ++i) vocabulary[std::string(1, char('!' + i))] = i;
        vocabulary["Ġ"] = 94;
        vocabulary["Ċ"] = 95;
        test::write(model / "tokenizer.json",
                    Json{{"pre_tokenizer", {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", true}}},
                         {"decoder", {{"type", "ByteLevel"}}},
                         {"model", {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", Json::array()}}}}
                        .dump());
        ASSERT_TRUE(succeeded(convertToGguf(model, folder / "m.gguf", {.type = FloatType::f32})));
        auto runtime = LlamaRuntime::load(folder / "m.gguf");
        ASSERT_TRUE(succeeded(runtime));
        const auto reader = nn::SafetensorsReader::open(model / "golden.safetensors");
        ASSERT_TRUE(succeeded(reader));
        const auto ids = reader->tensor("ids")->to(at::kInt).contiguous(), starts = reader->tensor("starts")->contiguous();
        const auto logits = reader->tensor("logits")->contiguous();
        for (std::int64_t i = 0; i + 1 < starts.numel(); ++i) {
            const auto first = starts[i].item<std::int64_t>(), last = starts[i + 1].item<std::int64_t>();
            const auto found = runtime->logits({ids.const_data_ptr<std::int32_t>() + first, std::size_t(last - first)});
            ASSERT_TRUE(succeeded(found));
            const auto* expected = logits.const_data_ptr<float>();
            EXPECT_LT(largestDifference(*found, {expected + first * 96, expected + last * 96}), 1e-3);
        }
    }
}

TEST(Gguf, refuses_a_window_that_llama_cpp_does_not_apply) {
    test::TemporaryFolder folder;
    const auto status = convertToGguf(test::golden() / "models" / "qwen2_window", folder / "m.gguf", {});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "model_unsupported");
}

TEST(Gguf, quantises_and_reads_back_every_type) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model");
    ASSERT_TRUE(succeeded(convertToGguf(folder / "model", folder / "f32.gguf", {.type = FloatType::f32})));
    const auto config = catalogue::ModelConfig::read(folder / "model");
    for (const auto& type : ggufTypes()) {
        if (type.floatType) continue;
        SCOPED_TRACE(type.name);
        const auto report = quantise(folder / "f32.gguf", folder / "q.gguf", type);
        ASSERT_TRUE(succeeded(report));
        EXPECT_TRUE(report->fallbacks.empty());
        ASSERT_TRUE(succeeded(loadGguf(folder / "q.gguf", *config)));
    }
}

TEST(Gguf, names_the_type_that_rows_not_divisible_by_256_got) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model", {.hidden = 96});
    ASSERT_TRUE(succeeded(convertToGguf(folder / "model", folder / "f32.gguf", {.type = FloatType::f32})));
    const auto report = quantise(folder / "f32.gguf", folder / "q.gguf", *ggufType("Q4_K_M"));
    ASSERT_TRUE(succeeded(report));
    ASSERT_FALSE(report->fallbacks.empty());
    EXPECT_EQ(report->fallbacks.front().rowLength, 96);
    EXPECT_NE(report->fallbacks.front().type.substr(0, 4), "Q4_K");
}

TEST(Gguf, a_file_cut_short_is_not_taken_for_whole) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model");
    ASSERT_TRUE(succeeded(convertToGguf(folder / "model", folder / "m.gguf", {})));
    fs::resize_file(folder / "m.gguf", fs::file_size(folder / "m.gguf") / 2);
    const auto file = GgufFile::open(folder / "m.gguf");
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, "gguf_invalid");
    EXPECT_FALSE(LlamaRuntime::load(folder / "m.gguf"));
}

TEST(Gguf, a_full_disk_is_told_as_such) {
    test::TemporaryFolder folder;
    test::writeModel(folder / "model");
    const auto status = convertToGguf(folder / "model", "/dev/full", {});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "disk_full");
}

TEST(Gguf, a_weight_too_large_for_f16_is_refused) {
    const std::vector<float> values{1.0f, 1e5f};
    std::vector<std::byte> out(4);
    const auto status = convertFloats(std::as_bytes(std::span(values)), FloatType::f32, out, FloatType::f16);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, "f16_overflow");
    EXPECT_TRUE(convertFloats(std::as_bytes(std::span(values)), FloatType::f32, out, FloatType::bf16));
}

TEST(GgufType, lists_are_read_in_order_and_unknown_names_refused) {
    const auto types = parseGgufTypes("Q4_K_M, q8_0");
    ASSERT_TRUE(succeeded(types));
    ASSERT_EQ(types->size(), 2u);
    EXPECT_EQ((*types)[1].name, "Q8_0");
    EXPECT_EQ(parseGgufTypes("Q9_X").error().code, "quant_unknown");
    EXPECT_EQ(parseGgufTypes("F16,F16").error().code, "quant_repeated");
}

TEST(PreTokenizer, is_told_from_its_definition) {
    const std::pair<const char*, const char*> known[] = {
        {"gpt2", "gpt-2"}, {"qwen2", "qwen2"}, {"llama3", "llama-bpe"}, {"qwen35", "qwen35"}, {"deepseek", "deepseek-v3"}};
    for (const auto& [folder, name] : known) {
        const auto tokenizer = base::readJson(test::golden() / "tokenizers" / folder / "tokenizer.json");
        ASSERT_TRUE(succeeded(tokenizer));
        const auto found = ggufPreTokenizer(*tokenizer);
        ASSERT_TRUE(succeeded(found)) << folder;
        EXPECT_EQ(*found, name);
    }
    const auto unknown = ggufPreTokenizer(Json{{"pre_tokenizer", {{"type", "Whitespace"}}}, {"model", Json::object()}});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, "pre_tokenizer_unknown");
}

}  // namespace
}  // namespace anneal::exporting

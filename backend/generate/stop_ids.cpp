#include "generate/stop_ids.h"

#include <set>

#include "base/json.h"

namespace anneal::generate {

std::vector<std::int32_t> stopIds(const std::filesystem::path& folder, const catalogue::ModelConfig& config,
                                  const text::Tokenizer& tokenizer) {
    std::set<std::int32_t> ids(config.eosIds.begin(), config.eosIds.end());
    if (const auto generation = base::readJson(folder / "generation_config.json"); generation && generation->is_object()) {
        const auto eos = generation->value("eos_token_id", Json());
        for (const auto& id : eos.is_array() ? eos : Json::array({eos}))
            if (id.is_number_integer()) ids.insert(id.get<std::int32_t>());
    }
    if (const auto eos = tokenizer.special().eos) ids.insert(*eos);
    return {ids.begin(), ids.end()};
}

}  // namespace anneal::generate

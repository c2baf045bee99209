#include "pages/data/lineage.h"

#include <algorithm>

#include "data/dataset.h"

namespace anneal::pages {

using bridge::DatasetEntry;

int Family::versionOf(const QString& id) const {
    const auto found = std::ranges::find(versions, id, [](const auto* entry) { return entry->id; });
    return found == versions.end() ? 0 : int(found - versions.begin()) + 1;
}

const DatasetEntry* parentOf(const DatasetEntry& entry, const std::vector<DatasetEntry>& entries) {
    const auto& from = entry.manifest.provenance;
    if (!from.is_object() || from.contains("split") || !from.contains("dataset")) return nullptr;
    const std::filesystem::path path = from.value("dataset", "");
    const auto hash = from.value("dataset_hash", "");
    const auto other = [&](const DatasetEntry& each) { return &each != &entry && each.manifest.hash != entry.manifest.hash; };
    auto found =
        std::ranges::find_if(entries, [&](const auto& each) { return other(each) && each.path == path && each.manifest.hash == hash; });
    if (found == entries.end())
        found = std::ranges::find_if(entries, [&](const auto& each) { return other(each) && each.manifest.hash == hash; });
    return found == entries.end() ? nullptr : &*found;
}

std::vector<Family> familiesOf(const std::vector<DatasetEntry>& entries) {
    std::vector<Family> families;
    const auto rootOf = [&](const DatasetEntry& entry) {
        const auto* root = &entry;
        // A chain is never longer than all there is, whatever the files say.
        for (std::size_t steps = 0; steps < entries.size(); ++steps) {
            const auto* parent = parentOf(*root, entries);
            if (!parent) break;
            root = parent;
        }
        return root;
    };
    std::vector<const DatasetEntry*> roots;
    for (const auto& entry : entries) {
        const auto* root = rootOf(entry);
        const auto known = std::ranges::find(roots, root);
        if (known == roots.end()) {
            roots.push_back(root);
            families.push_back({{&entry}});
        } else {
            families[std::size_t(known - roots.begin())].versions.push_back(&entry);
        }
    }
    for (std::size_t i = 0; i < families.size(); ++i)
        std::ranges::stable_sort(families[i].versions, [root = roots[i]](const auto* a, const auto* b) {
            if ((a == root) != (b == root)) return a == root;
            return a->made < b->made;
        });
    std::ranges::stable_sort(families, [](const auto& a, const auto& b) { return a.newest().made > b.newest().made; });
    return families;
}

const Family* familyOf(const std::vector<Family>& families, const QString& id) {
    const auto found = std::ranges::find_if(families, [&](const auto& family) { return family.versionOf(id) > 0; });
    return found == families.end() ? nullptr : &*found;
}

std::filesystem::path nextVersionFolder(const Family& family) {
    const auto stem = (data::datasetsHome() / family.origin().id.toStdString()).string() + "-v";
    std::error_code ignored;
    for (auto version = family.versions.size() + 1;; ++version)
        if (const std::filesystem::path folder = stem + std::to_string(version); !std::filesystem::exists(folder, ignored)) return folder;
}

}  // namespace anneal::pages

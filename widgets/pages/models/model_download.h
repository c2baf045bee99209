#pragma once
// A model fetched from an address that speaks Hugging Face's interface, into a folder of this machine. Goes on where it was interrupted.

#include <filesystem>
#include <string>
#include <vector>

#include <QUrl>

#include "base/result.h"
#include "base/stop_token.h"

namespace anneal::pages {

struct ModelDownload {
    QUrl address;      ///< of the server, without a model's name
    std::string name;  ///< "organisation/model"
    std::filesystem::path folder;
};

/// Where a model of that name is kept: dataHome()/models/organisation--model.
std::filesystem::path downloadFolder(const std::string& name);
/// Bytes of it that are here already, finished or not; 0 where nothing is.
std::uint64_t downloadedBytes(const std::filesystem::path& folder);

struct RemoteFile {
    std::string path;
    std::uint64_t bytes = 0;
    std::string sha256;  ///< empty: the server does not say
};
/// Of a listing as the server gives it, those that a model needs: configuration, tokenizer, template, licence, safetensors. A path that
/// leads out of the folder is refused. Errors: "download_invalid", "weights_missing".
Result<std::vector<RemoteFile>> filesOfListing(std::string_view json);

/// Fetches every file beside its name (.part), goes on after an interruption with what is there, checks size and SHA-256, and only then
/// gives it its name. Runs an event loop of its own: call it on a thread of a pool. Errors: "offline", "stopped", "download_refused"
/// (the server wants a consent or a name that it does not get), "model_unknown", "download_failed", "download_corrupt", "disk_full".
Status fetchModel(const ModelDownload& download, const base::ProgressFunction& progress, const base::StopToken& stop);

}  // namespace anneal::pages

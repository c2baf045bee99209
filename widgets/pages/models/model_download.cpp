#include "pages/models/model_download.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include "base/files.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/offline.h"
#include "base/text.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

namespace fs = std::filesystem;

constexpr int kStopPollMs = 100;
constexpr int kQuietMs = 30'000;  // without a byte a connection counts as broken
constexpr int kTries = 4;
constexpr int kPauseMs = 500;  // before the second try; doubled each time
constexpr qint64 kReadBuffer = 4 << 20;

fs::path partOf(const fs::path& file) { return file.string() + ".part"; }

std::uint64_t sizeOf(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

bool isWanted(const std::string& path) {
    if (path.find('/') != std::string::npos) return false;
    for (const auto* ending :
         {".safetensors", ".safetensors.index.json", "config.json", "tokenizer.json", "tokenizer.model", "special_tokens_map.json",
          "added_tokens.json", "vocab.json", "vocab.txt", "merges.txt", "chat_template.jinja", "chat_template.json"})
        if (path.ends_with(ending)) return true;
    return path.starts_with("LICENSE") || path.starts_with("LICENCE");
}

/// One exchange with the server, waited for without blocking what is below.
class Exchange {
public:
    Exchange(QNetworkAccessManager& network, const base::StopToken& stop) : network_(network), stop_(stop) {}

    /// `take` gets bytes as they come; false ends it. Returns the HTTP status, 0 where none came.
    int get(const QUrl& url, std::uint64_t from, const std::function<bool(int status, const QByteArray&)>& take) {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        request.setTransferTimeout(kQuietMs);
        if (from > 0) request.setRawHeader("Range", "bytes=" + QByteArray::number(qulonglong(from)) + '-');
        const std::unique_ptr<QNetworkReply> reply(network_.get(request));
        reply->setReadBufferSize(kReadBuffer);
        QEventLoop loop;
        QTimer poll;
        const auto status = [&] { return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); };
        const auto read = [&] {
            if (!reply->isOpen()) return;  // after an abort
            if (const auto bytes = reply->readAll(); !bytes.isEmpty() && !take(status(), bytes)) reply->abort();
        };
        QObject::connect(&poll, &QTimer::timeout, reply.get(), [&] {
            if (stop_.stopRequested()) reply->abort();
        });
        QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(), read);
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        poll.start(kStopPollMs);
        loop.exec();
        read();
        whole_ = reply->error() == QNetworkReply::NoError;
        problem_ = reply->errorString().toStdString();
        return status();
    }
    bool whole() const { return whole_; }
    const std::string& problem() const { return problem_; }

private:
    QNetworkAccessManager& network_;
    const base::StopToken& stop_;
    bool whole_ = false;
    std::string problem_;
};

/// Ends early when it is to stop.
void pause(int ms, const base::StopToken& stop) {
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (stop.stopRequested()) loop.quit();
    });
    poll.start(kStopPollMs);
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

QUrl under(const QUrl& address, const QString& path) {
    QUrl url = address;
    auto base = url.path();
    while (base.endsWith(u'/')) base.chop(1);
    url.setPath(base + u'/' + path);
    return url;
}

std::optional<Error> refusal(int status, const std::string& name) {
    if (status == 401 || status == 403)
        return Error{"download_refused", "the server does not give " + name + " to everybody",
                     "accept its licence there, or fetch it by other means and add the folder"};
    if (status == 404) return Error{"model_unknown", "the server has no " + name, "check the address and the name"};
    return std::nullopt;
}

class Fetch {
public:
    Fetch(const ModelDownload& download, const base::ProgressFunction& progress, const base::StopToken& stop)
        : download_(download), progress_(progress), stop_(stop), exchange_(network_, stop) {}

    Status run() {
        ANNEAL_TRY(files, list());
        std::error_code error;
        fs::create_directories(download_.folder, error);
        if (error) return fail("write_failed", "could not make " + download_.folder.string() + ": " + error.message(), "check who owns it");
        for (const auto& file : files) total_ += file.bytes;
        const auto here = downloadedBytes(download_.folder);
        if (const auto free = base::freeBytes(download_.folder); total_ > here && total_ - here > free)
            return fail("disk_full", base::formatBytes(total_ - here) + " are still to come and " + base::formatBytes(free) + " are free",
                        "free some space");
        for (const auto& file : files) {
            ANNEAL_CHECK(fetch(file));
            before_ += file.bytes;
        }
        return {};
    }

private:
    Result<std::vector<RemoteFile>> list() {
        const auto url = under(download_.address, u"api/models/%1/tree/main"_s.arg(QString::fromStdString(download_.name)));
        for (int attempt = 1;; ++attempt) {
            QByteArray body;
            const int status = exchange_.get(url, 0, [&](int, const QByteArray& bytes) {
                body += bytes;
                return true;
            });
            if (stop_.stopRequested()) return fail("stopped", "stopped");
            if (const auto refused = refusal(status, download_.name)) return fail(*refused);
            if (exchange_.whole()) return filesOfListing(body.toStdString());
            if (attempt == kTries)
                return fail("download_failed", "the server does not answer: " + exchange_.problem(), "check the address and the network");
            pause(kPauseMs << (attempt - 1), stop_);
        }
    }

    Status fetch(const RemoteFile& file) {
        const auto target = download_.folder / file.path;
        if (sizeOf(target) == file.bytes && fs::exists(target)) return {};
        const auto url = under(download_.address,
                               u"%1/resolve/main/%2"_s.arg(QString::fromStdString(download_.name), QString::fromStdString(file.path)));
        int failures = 0;
        for (auto had = sizeOf(partOf(target)); had < file.bytes || had == 0;) {
            ANNEAL_CHECK(receive(url, file, partOf(target), had));
            if (stop_.stopRequested()) return fail("stopped", "stopped");
            const auto now = sizeOf(partOf(target));
            if (exchange_.whole() && now >= file.bytes) break;
            // What brought some bytes is no failure: the next request goes on from there.
            failures = now > had ? 0 : failures + 1;
            if (failures == kTries)
                return fail("download_failed", file.path + ": " + exchange_.problem(), "check the network; it goes on from where it was");
            had = now;
            pause(kPauseMs << failures, stop_);
        }
        ANNEAL_CHECK(check(file, partOf(target)));
        std::error_code error;
        fs::rename(partOf(target), target, error);
        if (error) return fail("write_failed", "could not name " + target.string() + ": " + error.message(), "check who owns it");
        return {};
    }

    Status receive(const QUrl& url, const RemoteFile& file, const fs::path& part, std::uint64_t had) {
        QFile out(QString::fromStdString(part.string()));
        if (!out.open(QIODevice::ReadWrite)) return fail("write_failed", "could not write " + part.string(), "check who owns it");
        out.seek(qint64(had));
        Status written;
        bool first = true;
        auto done = had;
        const int status = exchange_.get(url, had, [&](int code, const QByteArray& bytes) {
            if (code != 200 && code != 206) return false;
            if (std::exchange(first, false) && code == 200 && had > 0) {  // it begins anew
                out.resize(0);
                out.seek(0);
                done = 0;
            }
            if (out.write(bytes) != bytes.size()) {
                written = fail(base::errnoError("write_failed", "could not write", part));
                return false;
            }
            done += std::uint64_t(bytes.size());
            if (progress_) progress_({std::int64_t(before_ + done), std::int64_t(total_), file.path});
            return true;
        });
        out.close();
        ANNEAL_CHECK(written);
        if (const auto refused = refusal(status, download_.name)) return fail(*refused);
        if (status == 416) fs::remove(part);  // it has another length by now
        return {};
    }

    Status check(const RemoteFile& file, const fs::path& part) {
        const auto corrupt = [&](const std::string& what) -> Status {
            std::error_code ignored;
            fs::remove(part, ignored);
            return fail("download_corrupt", file.path + " arrived " + what, "try again; it is fetched anew");
        };
        if (sizeOf(part) != file.bytes)
            return corrupt("with " + std::to_string(sizeOf(part)) + " bytes instead of " + std::to_string(file.bytes));
        if (file.sha256.empty()) return {};
        if (progress_) progress_({std::int64_t(before_ + file.bytes), std::int64_t(total_), "checking " + file.path});
        ANNEAL_TRY(hash, base::sha256File(part));
        return hash == file.sha256 ? Status() : corrupt("changed: its SHA-256 differs");
    }

    const ModelDownload& download_;
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    QNetworkAccessManager network_;
    Exchange exchange_;
    std::uint64_t total_ = 0, before_ = 0;
};

}  // namespace

fs::path downloadFolder(const std::string& name) {
    std::string folder;
    for (const char c : name) folder += c == '/' ? std::string("--") : std::string(1, c);
    return base::dataHome() / "models" / folder;
}

std::uint64_t downloadedBytes(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder, ignored) ? base::bytesUnder(folder) : 0;
}

Result<std::vector<RemoteFile>> filesOfListing(std::string_view json) {
    const auto listing = Json::parse(json, nullptr, false);
    if (!listing.is_array())
        return fail("download_invalid", "the server's list of files cannot be read", "check that the address is a server of models");
    std::vector<RemoteFile> files;
    bool weights = false;
    for (const auto& entry : listing) {
        if (!entry.is_object() || entry.value("type", "") != "file" || !entry.contains("path") || !entry["path"].is_string()) continue;
        RemoteFile file{.path = entry["path"].get<std::string>(), .bytes = entry.value("size", std::uint64_t{0})};
        if (file.path.empty() || file.path.front() == '.' || !isWanted(file.path)) continue;
        if (const auto lfs = entry.value("lfs", Json()); lfs.is_object()) {
            file.sha256 = lfs.value("oid", "");
            file.bytes = lfs.value("size", file.bytes);
        }
        weights |= file.path.ends_with(".safetensors");
        files.push_back(std::move(file));
    }
    if (!weights) return fail("weights_missing", "the server has no safetensors of this model", "weights are read from safetensors only");
    // Small ones first: a folder that cannot be used is known early.
    std::ranges::sort(files, {}, &RemoteFile::bytes);
    return files;
}

Status fetchModel(const ModelDownload& download, const base::ProgressFunction& progress, const base::StopToken& stop) {
    ANNEAL_CHECK(base::requireNetwork("a download"));
    return Fetch(download, progress, stop).run();
}

}  // namespace anneal::pages

#include "base/hash.h"

#include <algorithm>
#include <random>
#include <stdexcept>
#include <vector>

#include <openssl/evp.h>

#include "base/files.h"

namespace anneal::base {
namespace {

std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * count);
    for (std::size_t i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() { start(); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    void start() {
        if (!context || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1) throw std::runtime_error("SHA-256 is not available");
    }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

std::string Sha256::finish() {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_DigestFinal_ex(state_->context, digest, &size);
    state_->start();
    return hexadecimal(digest, size);
}

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

Result<std::string> sha256File(const std::filesystem::path& file) {
    ANNEAL_TRY(mapped, MappedFile::open(file));
    return sha256(mapped.text());
}

std::string randomUuid() {
    std::random_device device;
    unsigned char bytes[16];
    for (auto& byte : bytes) byte = static_cast<unsigned char>(device());
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    auto text = hexadecimal(bytes, sizeof bytes);
    for (const auto position : {20, 16, 12, 8}) text.insert(std::size_t(position), "-");
    return text;
}

}  // namespace anneal::base

#include "cli/page.h"

#include "cli/html.h"

#include "hearsay.h"

#include <openssl/evp.h>

/* 'sha256-...', as the policy names a style. */
static void put_hash(buf *out, str text) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned char letters[EVP_MAX_MD_SIZE * 2];
    unsigned size = 0;
    if (EVP_Digest(text.data, text.size, digest, &size, EVP_sha256(), NULL) != 1) {
        return; /* libcrypto was set up without SHA-256: a page without its style */
    }
    int count = EVP_EncodeBlock(letters, digest, (int)size);
    buf_put(out, STR("'sha256-"));
    buf_put(out, (str){(const char *)letters, (size_t)count});
    buf_put(out, STR("'"));
}

/* A declared shadow root orders the body's children: what bears slot="front" goes after the header
 * though it is written last. So a table of contents stands before the articles that it was made
 * from, also for the keyboard and for screen readers, and no article needs to be kept. A browser
 * that does not know it shows the contents at the end. */
static const char ORDER[] = "<template shadowrootmode=\"open\">"
                            "<slot name=\"top\"></slot><slot name=\"front\"></slot><slot></slot>"
                            "</template>\n";

void page_begin(buf *out, str title) {
    str style = {(const char *)PAGE_STYLE, PAGE_STYLE_SIZE};
    buf_put(out, STR("<!DOCTYPE html>\n"
                     "<html lang=\"en\">\n"
                     "<head>\n"
                     "<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\""
                     "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "));
    put_hash(out, style);
    buf_put(out, STR("\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"generator\" content=\"hearsay "));
    html_put(out, str_from(hearsay_version()));
    buf_put(out, STR("\">\n<title>"));
    html_put(out, title);
    buf_put(out, STR("</title>\n<style>"));
    buf_put(out, style);
    buf_put(out, STR("</style>\n</head>\n<body>\n"));
    buf_put(out, str_from(ORDER));
}

void page_end(buf *out) {
    buf_put(out, STR("</body>\n</html>\n"));
}

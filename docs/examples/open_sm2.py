#!/usr/bin/env python3
"""Opens what the market encrypts for a key of SM2, as docs/trading.md says: open_sm2.py KEY < FILE > CONTENT

KEY is the private key, PKCS #8 in PEM or DER. FILE is CMS AuthEnvelopedData (RFC 5083) in DER, the content encrypted by
SM4-GCM and its key by SM2 (GM/T 0009). Needs Python 3 and OpenSSL 3, nothing else. Ends with status 1 where the file was altered.
"""

import subprocess
import sys

SM2 = bytes.fromhex("2a811ccf5501822d03")  # 1.2.156.10197.1.301.3
SM4_GCM = bytes.fromhex("2a811ccf55016808")  # 1.2.156.10197.1.104.8
REDUCTION = 0xE1 << 120


def openssl(*arguments, given=b""):
    return subprocess.run(("openssl",) + arguments, input=given, stdout=subprocess.PIPE, check=True).stdout


def parts(der):
    """The tags and values that stand one behind the other."""
    at = 0
    while at < len(der):
        tag, length = der[at], der[at + 1]
        at += 2
        if length & 0x80:
            count = length & 0x7F
            length = int.from_bytes(der[at:at + count], "big")
            at += count
        yield tag, der[at:at + length]
        at += length


def values(der):
    return [value for _, value in parts(der)]


def read(cms):
    """The encrypted key, the nonce, the encrypted bytes and their tag."""
    _, wrapped = values(values(cms)[0])
    _, recipients, content, tag = values(values(wrapped)[0])
    _, _, algorithm, key = values(values(recipients)[0])
    _, cipher, encrypted = values(content)
    name, parameters = values(cipher)
    if values(algorithm)[0] != SM2 or name != SM4_GCM:
        sys.exit("not encrypted for a key of SM2")
    return key, values(parameters)[0], encrypted, tag


def ghash(subkey, encrypted):
    """Section 6.4 of NIST SP 800-38D, without further data."""
    lengths = (0).to_bytes(8, "big") + (len(encrypted) * 8).to_bytes(8, "big")
    whole = encrypted + bytes(-len(encrypted) % 16) + lengths
    state = 0
    for at in range(0, len(whole), 16):
        left, product, turning = state ^ int.from_bytes(whole[at:at + 16], "big"), 0, subkey
        for bit in range(127, -1, -1):
            if left >> bit & 1:
                product ^= turning
            turning = turning >> 1 ^ (REDUCTION if turning & 1 else 0)
        state = product
    return state


def opened(private_key, cms):
    wrapped, nonce, encrypted, tag = read(cms)
    form = "PEM" if open(private_key, "rb").read(5) == b"-----" else "DER"
    key = openssl("pkeyutl", "-decrypt", "-keyform", form, "-inkey", private_key, given=wrapped).hex()

    def block(value):
        return int.from_bytes(openssl("enc", "-sm4-ecb", "-nopad", "-K", key, given=value), "big")

    if ghash(block(bytes(16)), encrypted) ^ block(nonce + b"\0\0\0\1") != int.from_bytes(tag, "big"):
        sys.exit("the file was altered")
    return openssl("enc", "-d", "-sm4-ctr", "-K", key, "-iv", (nonce + b"\0\0\0\2").hex(), given=encrypted)


if __name__ == "__main__":
    sys.stdout.buffer.write(opened(sys.argv[1], sys.stdin.buffer.read()))

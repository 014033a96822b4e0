## vault

vault-erased = [erased]

declare module 'virtual:assets' {
  export const assets: {
    residentScript: string
    kindsScript: string
    readAloudScript: string
    deskScript: string
    deskStyle: string
  }
}
